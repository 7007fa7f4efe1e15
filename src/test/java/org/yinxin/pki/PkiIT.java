package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.yinxin.IntegrationTest;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

class PkiIT extends IntegrationTest {

    private static final SealSubject SUBJECT =
            new SealSubject("杭州证书测试有限公司", Uscc.complete("91330100799655058"), new SealNumber("33010899990001"));

    @TempDir
    private Path folder;

    @Autowired
    private KeyCustody keys;

    @Autowired
    private CertificateAuthority authority;

    @Autowired
    private AuthoritySetup setup;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest
    @EnumSource
    void aKeyInCustodySignsAndItsPublicHalfVerifies(KeyAlgorithm algorithm) throws Exception {
        UUID id = keys.generate(algorithm);
        byte[] data = "a document".getBytes(StandardCharsets.UTF_8);

        Signature verifier = algorithm.signature();
        verifier.initVerify(keys.publicKey(id));
        verifier.update(data);

        assertThat(verifier.verify(keys.sign(id, data))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aPrivateKeyIsEncryptedAtRest(KeyAlgorithm algorithm) {
        UUID id = keys.generate(algorithm);
        byte[] wrapped = jdbc.sql("select wrapped from pki.key where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();

        // A PKCS #8 key begins with a SEQUENCE and the version 0; the ciphertext, after its nonce, with noise.
        assertThatThrownBy(() -> KeyAlgorithm.privateKey(wrapped)).isInstanceOf(Exception.class);
        assertThat(wrapped).hasSizeGreaterThan(12 + 16 + 100);
    }

    @Test
    void aWrongMasterKeyIsOneClearError() {
        UUID id = keys.generate(KeyAlgorithm.P256);
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        KeyCustody wrong = PkiFixtures.custody(jdbc, clock, other, null);

        assertThatThrownBy(wrong::checkMasterKey)
                .isInstanceOf(WrongMasterKeyException.class)
                .hasMessageContaining("YINXIN_PKI_MASTER_KEY");
        assertThatThrownBy(() -> wrong.sign(id, new byte[1])).isInstanceOf(KeyUnavailableException.class);
    }

    @Test
    void anUnknownKeyIsNamed() {
        UUID unknown = UUID.randomUUID();

        assertThatThrownBy(() -> keys.sign(unknown, new byte[1])).hasMessageContaining(unknown.toString());
    }

    @ParameterizedTest
    @EnumSource
    void aSealsCertificateChainsUpToTheRoot(KeyAlgorithm algorithm) throws Exception {
        IssuedCertificate issued = issue(algorithm);
        List<X509Certificate> chain = issued.chain();

        assertThat(chain).hasSize(3);
        chain.get(0).verify(chain.get(1).getPublicKey(), BouncyCastle.PROVIDER);
        chain.get(1).verify(chain.get(2).getPublicKey(), BouncyCastle.PROVIDER);
        chain.get(2).verify(chain.get(2).getPublicKey(), BouncyCastle.PROVIDER);
        assertThat(chain.get(2)).isEqualTo(authority.root(algorithm));
        assertThat(chain.subList(1, 3)).isEqualTo(authority.chain(algorithm));
        assertThat(authority.find(issued.id())).contains(issued);
    }

    @Test
    void theMakerOfSealsHasAnSm2Certificate() {
        assertThat(authority.maker().algorithm()).isEqualTo(KeyAlgorithm.SM2);
        assertThat(authority.maker().chain()).hasSize(3);
    }

    @Test
    void startingAgainOrTwiceAtOnceMakesNoSecondAuthority() throws Exception {
        X509Certificate root = authority.root(KeyAlgorithm.SM2);
        try (ExecutorService starts = Executors.newFixedThreadPool(3)) {
            Callable<Object> start = () -> {
                setup.afterSingletonsInstantiated();
                return true;
            };
            for (var started : starts.invokeAll(List.of(start, start, start))) {
                started.get();
            }
        }

        assertThat(authority.root(KeyAlgorithm.SM2)).isEqualTo(root);
        assertThat(jdbc.sql("select count(*) from pki.certificate where role <> 'SEAL'")
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedCertificateIsOnTheNextList(KeyAlgorithm algorithm) throws Exception {
        IssuedCertificate kept = issue(algorithm);
        IssuedCertificate revoked = issue(algorithm);
        X509CRL before = crl(authority.crl(algorithm));
        authority.revoke(revoked.id(), RevocationReason.CESSATION_OF_OPERATION, clock.instant());
        authority.revoke(revoked.id(), RevocationReason.KEY_COMPROMISE, clock.instant());

        X509CRL list = crl(authority.crl(algorithm));
        list.verify(authority.chain(algorithm).getFirst().getPublicKey(), BouncyCastle.PROVIDER);
        assertThat(list.isRevoked(revoked.certificate())).isTrue();
        assertThat(list.getRevokedCertificate(revoked.certificate())
                        .getRevocationReason()
                        .ordinal())
                .isEqualTo(5);
        assertThat(list.isRevoked(kept.certificate())).isFalse();
        assertThat(number(list)).isEqualTo(number(before).add(BigInteger.ONE));
        assertThat(list.getNextUpdate()).isInTheFuture();
        assertThat(list.getThisUpdate()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void opensslChecksASealsCertificateAgainstTheRevocationList() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        IssuedCertificate kept = issue(KeyAlgorithm.P256);
        IssuedCertificate revoked = issue(KeyAlgorithm.P256);
        authority.revoke(revoked.id(), RevocationReason.SUPERSEDED, clock.instant());

        assertThat(openssl(kept)).endsWith("OK");
        assertThat(openssl(revoked)).contains("certificate revoked");
    }

    private String openssl(IssuedCertificate certificate) throws Exception {
        List<X509Certificate> chain = certificate.chain();
        Process openssl = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "verify",
                        "-crl_check",
                        "-CAfile",
                        pem("CERTIFICATE", chain.get(2).getEncoded()),
                        "-untrusted",
                        pem("CERTIFICATE", chain.get(1).getEncoded()),
                        "-CRLfile",
                        pem("X509 CRL", authority.crl(certificate.algorithm())),
                        pem("CERTIFICATE", chain.get(0).getEncoded()))
                .redirectErrorStream(true)
                .start();
        String answer = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        openssl.waitFor();
        return answer.strip();
    }

    private String pem(String type, byte[] encoded) throws Exception {
        Path file = Files.createTempFile(folder, "pki", ".pem");
        String body = Base64.getMimeEncoder().encodeToString(encoded);
        Files.writeString(file, "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
        return file.toString();
    }

    @Test
    void certificatesAndListsAreNeverChangedNorDeleted() {
        issue(KeyAlgorithm.P256);

        assertThatThrownBy(() -> jdbc.sql("delete from pki.certificate").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () -> jdbc.sql("update pki.crl set number = number + 1").update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"root-p256", "issuing-p256", "root-sm2", "issuing-sm2", "maker-sm2"})
    void anybodyMayFetchTheAuthoritysCertificates(String name) throws Exception {
        byte[] file = mvc.perform(get("/pki/" + name + ".crt"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pkix-cert"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(factory().generateCertificate(new ByteArrayInputStream(file)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"root-p256", "issuing-p256", "root-sm2", "issuing-sm2"})
    void anybodyMayFetchARevocationListThatIsInForce(String name) throws Exception {
        byte[] file = mvc.perform(get("/pki/" + name + ".crl"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pkix-crl"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(crl(file).getNextUpdate()).isInTheFuture();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pki/seal-sm2.crt", "/pki/root-rsa.crt", "/pki/maker-p256.crt", "/pki/maker-sm2.crl"})
    void thereIsNothingElseToFetch(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }

    private IssuedCertificate issue(KeyAlgorithm algorithm) {
        Instant now = clock.instant();
        return authority.issueSealCertificate(SUBJECT, keys.generate(algorithm), now, now.plus(365, ChronoUnit.DAYS));
    }

    private static BigInteger number(X509CRL list) {
        byte[] extension = ASN1OctetString.getInstance(list.getExtensionValue(Extension.cRLNumber.getId()))
                .getOctets();
        return ASN1Integer.getInstance(extension).getValue();
    }

    private static X509CRL crl(byte[] encoded) throws Exception {
        return (X509CRL) factory().generateCRL(new ByteArrayInputStream(encoded));
    }

    private static CertificateFactory factory() throws Exception {
        return CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
    }
}
