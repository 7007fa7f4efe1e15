package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

class CertificateProfileTest {

    private static final PublicationAddresses ADDRESSES = new PublicationAddresses("https://seals.example");
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.1.1");
    private static final SealSubject SUBJECT =
            new SealSubject("杭州测试科技有限公司", Uscc.complete("91330100799655058"), new SealNumber("33010800000001"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void opensslVerifiesASealsCertificateUpToTheRoot(KeyAlgorithm algorithm) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        Hierarchy hierarchy = new Hierarchy(algorithm);

        assertThat(openssl(hierarchy, hierarchy.root)).endsWith("OK");
    }

    @ParameterizedTest
    @EnumSource
    void opensslRefusesACertificateUnderAnotherRootOfTheSameName(KeyAlgorithm algorithm) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");

        assertThat(openssl(new Hierarchy(algorithm), new Hierarchy(algorithm).root))
                .contains("failed");
    }

    @ParameterizedTest
    @EnumSource
    void aSealsCertificateNamesItsOwnerAndWhereToLook(KeyAlgorithm algorithm) throws Exception {
        X509Certificate seal = new Hierarchy(algorithm).seal;

        assertThat(X500Name.getInstance(seal.getSubjectX500Principal().getEncoded())
                        .toString())
                .contains("CN=杭州测试科技有限公司", "O=杭州测试科技有限公司", "SERIALNUMBER=33010800000001", "C=CN")
                .contains("NTRCN-91330100799655058");
        assertThat(seal.getBasicConstraints()).isEqualTo(-1);
        assertThat(seal.getKeyUsage()).startsWith(true, true, false, false, false, false, false);
        assertThat(new String(
                        seal.getExtensionValue(Extension.authorityInfoAccess.getId()), StandardCharsets.ISO_8859_1))
                .contains("https://seals.example/pki/issuing-" + algorithm.slug() + ".crt");
        assertThat(new String(
                        seal.getExtensionValue(Extension.cRLDistributionPoints.getId()), StandardCharsets.ISO_8859_1))
                .contains("https://seals.example/pki/issuing-" + algorithm.slug() + ".crl");
        assertThat(seal.getExtensionValue(Extension.subjectKeyIdentifier.getId()))
                .isNotNull();
        assertThat(seal.getExtensionValue(Extension.authorityKeyIdentifier.getId()))
                .isNotNull();
        assertThat(seal.getSerialNumber().bitLength()).isEqualTo(159);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAuthoritiesMaySignCertificatesAndAnIssuingOneHasNoneBelowIt(KeyAlgorithm algorithm) throws Exception {
        Hierarchy hierarchy = new Hierarchy(algorithm);

        assertThat(hierarchy.root.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(hierarchy.issuing.getBasicConstraints()).isZero();
        assertThat(hierarchy.issuing.getKeyUsage()[5]).isTrue();
        assertThat(hierarchy.issuing.getKeyUsage()[0]).isFalse();
        assertThat(new String(
                        hierarchy.issuing.getExtensionValue(Extension.cRLDistributionPoints.getId()),
                        StandardCharsets.ISO_8859_1))
                .contains("https://seals.example/pki/root-" + algorithm.slug() + ".crl");
    }

    @ParameterizedTest
    @EnumSource
    void aSealsCertificateSaysUnderWhichPolicyAndWhereToAskAboutIt(KeyAlgorithm algorithm) throws Exception {
        Hierarchy hierarchy = new Hierarchy(algorithm);

        assertThat(new String(
                        hierarchy.seal.getExtensionValue(Extension.authorityInfoAccess.getId()),
                        StandardCharsets.ISO_8859_1))
                .contains("https://seals.example/pki/ocsp/" + algorithm.slug());
        CertificatePolicies policies = CertificatePolicies.getInstance(JcaX509ExtensionUtils.parseExtensionValue(
                hierarchy.seal.getExtensionValue(Extension.certificatePolicies.getId())));
        assertThat(policies.getPolicyInformation(POLICY)).isNotNull();
        assertThat(hierarchy.seal.getExtendedKeyUsage()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aResponderIsBelievedUntilItEndsAndSignsNothingElse(KeyAlgorithm algorithm) throws Exception {
        X509Certificate responder = new Hierarchy(algorithm).responder;

        assertThat(responder.getExtendedKeyUsage()).containsExactly(KeyPurposeId.id_kp_OCSPSigning.getId());
        assertThat(responder.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()))
                .isNotNull();
        assertThat(new String(
                        responder.getExtensionValue(Extension.authorityInfoAccess.getId()),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain("/pki/ocsp/");
        assertThat(responder.getBasicConstraints()).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource
    void aTimeStampAuthorityHasThatOneCriticalPurpose(KeyAlgorithm algorithm) throws Exception {
        X509Certificate stamper = new Hierarchy(algorithm).stamper;

        assertThat(stamper.getExtendedKeyUsage()).containsExactly(KeyPurposeId.id_kp_timeStamping.getId());
        assertThat(stamper.getCriticalExtensionOIDs()).contains(Extension.extendedKeyUsage.getId());
    }

    /** One link at a time: OpenSSL 3.0 takes the SM2 user id for the certificate in question only. */
    private String openssl(Hierarchy hierarchy, X509Certificate trusted) throws IOException, InterruptedException {
        String issuing = pem("issuing", hierarchy.issuing);
        String first = verify(hierarchy, "-CAfile", pem("root", trusted), issuing);
        String second = verify(hierarchy, "-partial_chain", "-CAfile", issuing, pem("seal", hierarchy.seal));
        return first.endsWith("OK") ? second : first;
    }

    private static String verify(Hierarchy hierarchy, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/openssl", "verify", "-x509_strict"));
        if (hierarchy.algorithm == KeyAlgorithm.SM2) {
            command.addAll(List.of("-vfyopt", "distid:1234567812345678"));
        }
        command.addAll(List.of(arguments));
        Process openssl = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        openssl.waitFor();
        return answer.strip();
    }

    private String pem(String name, X509Certificate certificate) throws IOException {
        try {
            String body = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
            Path file = folder.resolve(name + ".pem");
            Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
            return file.toString();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** A root, an issuing authority and a seal's certificate. */
    private static final class Hierarchy {

        final KeyAlgorithm algorithm;
        final X509Certificate root;
        final X509Certificate issuing;
        final X509Certificate seal;
        final X509Certificate responder;
        final X509Certificate stamper;

        Hierarchy(KeyAlgorithm algorithm) throws GeneralSecurityException {
            this.algorithm = algorithm;
            KeyPair rootKey = algorithm.draw();
            KeyPair issuingKey = algorithm.draw();
            root = certificate(CertificateRole.ROOT, rootKey, rootKey.getPrivate(), null);
            issuing = certificate(CertificateRole.ISSUING, issuingKey, rootKey.getPrivate(), root);
            responder = certificate(CertificateRole.OCSP, algorithm.draw(), issuingKey.getPrivate(), issuing);
            stamper = certificate(CertificateRole.TSA, algorithm.draw(), issuingKey.getPrivate(), issuing);
            seal = make(
                    CertificateRole.SEAL,
                    CertificateNames.seal(SUBJECT),
                    algorithm.draw(),
                    issuingKey.getPrivate(),
                    issuing);
        }

        private X509Certificate certificate(
                CertificateRole role, KeyPair key, PrivateKey signer, @Nullable X509Certificate issuer) {
            return make(role, CertificateNames.authority("Yinxin", role, algorithm, 1), key, signer, issuer);
        }

        private X509Certificate make(
                CertificateRole role, X500Name name, KeyPair key, PrivateKey signer, @Nullable X509Certificate issuer) {
            Instant now = Instant.now().minusSeconds(1);
            return new CertificateProfile(
                            role,
                            algorithm,
                            name,
                            key.getPublic(),
                            now,
                            now.plus(Duration.ofDays(30)),
                            issuer == null ? null : new CertificateProfile.Issuer(issuer, 1))
                    .sign(new CustodySigner(algorithm, data -> sign(signer, data)), ADDRESSES, POLICY);
        }

        private byte[] sign(PrivateKey key, byte[] data) {
            try {
                Signature signature = algorithm.signature();
                signature.initSign(key);
                signature.update(data);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
