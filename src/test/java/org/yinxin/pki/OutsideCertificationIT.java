package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Role;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** Rolled back: an authority that somebody else certified must not issue for other tests. */
@Transactional
class OutsideCertificationIT extends IntegrationTest {

    private static final SealSubject SUBJECT =
            new SealSubject("杭州外部签发有限公司", Uscc.complete("91330100799655058"), new SealNumber("33010899990003"));
    private static final String PAGE = "/office/administration/keys";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CertificateAuthority authority;

    @Autowired
    private CertificateRecords records;

    @Autowired
    private KeyCustody keys;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @EnumSource
    void anIssuingAuthorityIsCertifiedOutsideAndIssuesFromThenOn(KeyAlgorithm algorithm) throws Exception {
        IssuedCertificate before = issue(algorithm);
        String page = request(algorithm);
        PKCS10CertificationRequest csr = csr(page);
        assertThat(csr.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(csr.getSubjectPublicKeyInfo())))
                .isTrue();
        assertThat(request(algorithm)).isEqualTo(page);
        Outside outside = new Outside(algorithm);
        X509Certificate certified = outside.certify(csr.getSubject(), csr.getSubjectPublicKeyInfo(), true, 3650);

        mvc.perform(multipart(page)
                        .file(pem(certified, outside.root))
                        .with(administrator())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        IssuedCertificate after = issue(algorithm);
        assertThat(after.chain().subList(1, 3)).containsExactly(certified, outside.root);
        assertThat(authority.find(before.id()).orElseThrow().chain()).containsExactlyElementsOf(before.chain());
        CertificateRecords.Record issuing =
                records.authority(CertificateRole.ISSUING, algorithm).orElseThrow();
        assertThat(records.responder(issuing.id())).isPresent();
        mvc.perform(get("/pki/issuing-" + algorithm.slug() + "-2.crl")).andExpect(status().isOk());
        mvc.perform(get("/pki/external-" + algorithm.slug() + ".crt")).andExpect(status().isOk());
        mvc.perform(get("/pki")).andExpect(status().isOk());
        mvc.perform(get(PAGE).with(administrator())).andExpect(status().isOk());
        mvc.perform(get(page).with(administrator())).andExpect(status().isOk());
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotFitTheRequestIsRefusedByName(KeyAlgorithm algorithm) throws Exception {
        String page = request(algorithm);
        PKCS10CertificationRequest csr = csr(page);
        Outside outside = new Outside(algorithm);
        SubjectPublicKeyInfo key = csr.getSubjectPublicKeyInfo();
        X509Certificate good = outside.certify(csr.getSubject(), key, true, 3650);
        SubjectPublicKeyInfo another =
                SubjectPublicKeyInfo.getInstance(algorithm.draw().getPublic().getEncoded());

        refused(page, "NO_CERTIFICATES", new MockMultipartFile("chain", new byte[] {1, 2, 3}));
        refused(page, "NO_CERTIFICATES", new MockMultipartFile("chain", new byte[0]));
        refused(page, "OTHER_KEY", pem(outside.certify(csr.getSubject(), another, true, 3650), outside.root));
        refused(page, "OTHER_SUBJECT", pem(outside.certify(new X500Name("CN=Else"), key, true, 3650), outside.root));
        refused(page, "NO_AUTHORITY", pem(outside.certify(csr.getSubject(), key, false, 3650), outside.root));
        refused(page, "ENDS_TOO_SOON", pem(outside.certify(csr.getSubject(), key, true, 1000), outside.root));
        refused(page, "NOT_VALID_NOW", pem(outside.certify(csr.getSubject(), key, true, -1), outside.root));
        refused(page, "BROKEN_CHAIN", pem(good));
        refused(page, "BROKEN_CHAIN", pem(good, new Outside(algorithm).root));
        assertThat(records.authorities(CertificateRole.ISSUING, algorithm)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Bureau.class,
            names = {"MARKET_SUPERVISION", "PUBLIC_SECURITY"})
    void otherBureausAdministratorsAndDataAdministrationsOfficersAreKeptOut(Bureau bureau) throws Exception {
        mvc.perform(get(PAGE).with(principal(Role.ADMINISTRATOR, bureau))).andExpect(status().isNotFound());
        mvc.perform(post(PAGE)
                        .param("algorithm", "SM2")
                        .with(principal(Role.ADMINISTRATOR, bureau))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get(PAGE).with(principal(Role.OFFICER, Bureau.DATA_ADMINISTRATION)))
                .andExpect(status().isForbidden());
    }

    private void refused(String page, String refusal, MockMultipartFile file) throws Exception {
        String answer = mvc.perform(multipart(page)
                        .file(file)
                        .with(administrator())
                        .with(csrf())
                        .param("lang", "en"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getModelAndView()
                .getModel()
                .get("org.springframework.validation.BindingResult.form")
                .toString();
        assertThat(answer).contains("pki.request.refused." + refusal);
    }

    private String request(KeyAlgorithm algorithm) throws Exception {
        String page = mvc.perform(post(PAGE)
                        .param("algorithm", algorithm.name())
                        .with(administrator())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(page).startsWith(PAGE + "/requests/");
        return page;
    }

    private PKCS10CertificationRequest csr(String page) throws Exception {
        String pem = mvc.perform(get(page + "/request.csr").with(administrator()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return (PKCS10CertificationRequest) parser.readObject();
        }
    }

    private IssuedCertificate issue(KeyAlgorithm algorithm) {
        Instant now = clock.instant();
        return authority.issueSealCertificate(SUBJECT, keys.generate(algorithm), now, now.plus(365, ChronoUnit.DAYS));
    }

    private static MockMultipartFile pem(X509Certificate... certificates) throws Exception {
        StringBuilder text = new StringBuilder();
        for (X509Certificate each : List.of(certificates)) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(each.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return new MockMultipartFile("chain", text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static RequestPostProcessor administrator() {
        return principal(Role.ADMINISTRATOR, Bureau.DATA_ADMINISTRATION);
    }

    private static RequestPostProcessor principal(Role role, Bureau bureau) {
        return user(new AccountPrincipal(UUID.randomUUID(), "某人", role, bureau));
    }

    /** An authority that somebody else runs. */
    private static final class Outside {

        final KeyAlgorithm algorithm;
        final KeyPair pair;
        final X500Name name;
        final X509Certificate root;

        Outside(KeyAlgorithm algorithm) throws Exception {
            this.algorithm = algorithm;
            this.pair = algorithm.draw();
            this.name = new X500Name("C=CN,O=Outside,CN=Outside Root " + algorithm);
            this.root = certify(
                    name, SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()), true, 7300);
        }

        X509Certificate certify(X500Name subject, SubjectPublicKeyInfo key, boolean authority, int days)
                throws Exception {
            Instant now = Instant.now();
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    name,
                    new BigInteger(100, new SecureRandom()).add(BigInteger.ONE),
                    Date.from(now.minus(Duration.ofDays(10))),
                    Date.from(now.plus(Duration.ofDays(days))),
                    subject,
                    key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
            return new JcaX509CertificateConverter()
                    .setProvider(BouncyCastle.PROVIDER)
                    .getCertificate(builder.build(new CustodySigner(algorithm, this::sign)));
        }

        private byte[] sign(byte[] data) {
            try {
                Signature signature = algorithm.signature();
                signature.initSign(pair.getPrivate());
                signature.update(data);
                return signature.sign();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
