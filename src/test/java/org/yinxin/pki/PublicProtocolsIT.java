package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

class PublicProtocolsIT extends IntegrationTest {

    private static final SealSubject SUBJECT =
            new SealSubject("杭州应答测试有限公司", Uscc.complete("91330100799655058"), new SealNumber("33010899990002"));

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private KeyCustody keys;

    @Autowired
    private CertificateAuthority authority;

    @Autowired
    private CertificateRecords records;

    @Autowired
    private AuthoritySetup setup;

    @Autowired
    private TimeStamper timeStamper;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @EnumSource
    void theResponderTellsGoodRevokedAndUnknownInItsIssuersName(KeyAlgorithm algorithm) throws Exception {
        IssuedCertificate seal = issue(algorithm);
        X509Certificate issuing = seal.chain().get(1);
        byte[] question = question(issuing, seal.certificate().getSerialNumber(), null);

        assertThat(single(post(algorithm, question)).getCertStatus()).isSameAs(CertificateStatus.GOOD);
        assertThat(get(algorithm, question, true)).isEqualTo(post(algorithm, question));
        assertThat(get(algorithm, question, false)).isEqualTo(post(algorithm, question));

        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        authority.revoke(seal.id(), RevocationReason.KEY_COMPROMISE, at);
        SingleResp revoked = single(post(algorithm, question));
        assertThat(revoked.getCertStatus()).isInstanceOfSatisfying(RevokedStatus.class, status -> {
            assertThat(status.getRevocationReason()).isEqualTo(1);
            assertThat(status.getRevocationTime().toInstant()).isEqualTo(at);
        });
        assertThat(revoked.getNextUpdate()).isInTheFuture();
        assertThat(single(get(algorithm, question, true)).getCertStatus()).isInstanceOf(RevokedStatus.class);

        BasicOCSPResp answer = basic(post(algorithm, question(issuing, BigInteger.valueOf(4711), null)));
        assertThat(answer.getResponses()[0].getCertStatus()).isInstanceOf(UnknownStatus.class);
        X509CertificateHolder responder = answer.getCerts()[0];
        assertThat(answer.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(responder)))
                .isTrue();
        assertThat(responder.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(issuing)))
                .isTrue();
        assertThat(responder.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck))
                .isNotNull();
    }

    @Test
    void aNonceComesBackAndWhatIsNoRequestIsRefused() throws Exception {
        IssuedCertificate seal = issue(KeyAlgorithm.P256);
        X509Certificate issuing = seal.chain().get(1);
        BigInteger serial = seal.certificate().getSerialNumber();
        byte[] nonce = new DEROctetString(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}).getEncoded();

        BasicOCSPResp answer = basic(post(KeyAlgorithm.P256, question(issuing, serial, nonce)));
        assertThat(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
                        .getExtnValue()
                        .getOctets())
                .isEqualTo(nonce);

        byte[] tooLong = new DEROctetString(new byte[129]).getEncoded();
        assertThat(status(post(KeyAlgorithm.P256, question(issuing, serial, tooLong))))
                .isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        assertThat(status(post(KeyAlgorithm.P256, new byte[] {1, 2}))).isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        assertThat(status(post(KeyAlgorithm.P256, new byte[5000]))).isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        assertThat(status(post(KeyAlgorithm.SM2, question(issuing, serial, null))))
                .isEqualTo(OCSPRespBuilder.UNAUTHORIZED);
        assertThat(answered("GET", "/pki/ocsp/p256", "text/plain", new byte[0]).statusCode())
                .isEqualTo(405);
        assertThat(answered("POST", "/pki/ocsp/rsa", "application/ocsp-request", new byte[0])
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void opensslAsksTheResponder() throws Exception {
        assumeTrue(OpenSsl.isInstalled(), "openssl is not installed");
        IssuedCertificate seal = issue(KeyAlgorithm.P256);
        assertThat(askWithOpenSsl(seal)).contains("Response verify OK", "seal.pem: good");

        authority.revoke(seal.id(), RevocationReason.CESSATION_OF_OPERATION, clock.instant());

        assertThat(askWithOpenSsl(seal))
                .contains("Response verify OK", "seal.pem: revoked", "Reason: cessationOfOperation");
    }

    private String askWithOpenSsl(IssuedCertificate seal) throws Exception {
        OpenSsl openssl = new OpenSsl(folder);
        byte[] issuing = seal.chain().get(1).getEncoded();
        return openssl.run(
                "ocsp",
                "-issuer",
                openssl.pem("issuing.pem", "CERTIFICATE", issuing),
                "-cert",
                openssl.pem("seal.pem", "CERTIFICATE", seal.certificate().getEncoded()),
                "-CAfile",
                openssl.pem("roots.pem", "CERTIFICATE", seal.chain().get(2).getEncoded(), issuing),
                "-url",
                address("/pki/ocsp/p256"));
    }

    @ParameterizedTest
    @EnumSource
    void ourOwnTokensHoldTheDigestUnderOurChain(TimeStampFamily family) throws Exception {
        TimeStampToken token = new TimeStampToken(
                org.bouncycastle.asn1.cms.ContentInfo.getInstance(timeStamper.token(family, new byte[32])));

        X509Certificate tsa = authority.certificate(CertificateRole.TSA, family.algorithm());
        token.validate(new org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(BouncyCastle.PROVIDER)
                .build(tsa));
        assertThat(token.getCertificates().getMatches(null)).hasSize(3);
        assertThat(token.getTimeStampInfo().getGenTime().toInstant())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @ParameterizedTest
    @EnumSource
    void anybodyMayHaveADigestStamped(TimeStampFamily family) throws Exception {
        byte[] digest = MessageDigest.getInstance(family.digestName(), BouncyCastle.PROVIDER)
                .digest("anybody's".getBytes(StandardCharsets.UTF_8));
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest query = generator.generate(family.digest(), digest, BigInteger.TWO);

        HttpResponse<byte[]> answer =
                answered("POST", "/pki/tsa/" + family.slug(), "application/timestamp-query", query.getEncoded());

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/timestamp-reply");
        TimeStampResponse response = new TimeStampResponse(answer.body());
        response.validate(query);
        assertThat(response.getTimeStampToken().getTimeStampInfo().getNonce()).isEqualTo(BigInteger.TWO);
        assertThat(answered("POST", "/pki/tsa/" + family.slug(), "text/plain", query.getEncoded())
                        .statusCode())
                .isEqualTo(415);
        assertThat(answered("GET", "/pki/tsa/" + family.slug(), "text/plain", new byte[0])
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void opensslVerifiesATimeStamp() throws Exception {
        assumeTrue(OpenSsl.isInstalled(), "openssl is not installed");
        OpenSsl openssl = new OpenSsl(folder);
        String data = openssl.file("data", "a document".getBytes(StandardCharsets.UTF_8));
        String other = openssl.file("other", "another document".getBytes(StandardCharsets.UTF_8));
        String query = openssl.path("query.tsq").toString();
        openssl.run("ts", "-query", "-data", data, "-sha256", "-cert", "-out", query);
        HttpResponse<byte[]> answer =
                answered("POST", "/pki/tsa/p256", "application/timestamp-query", Files.readAllBytes(Path.of(query)));
        String reply = openssl.file("reply.tsr", answer.body());
        String root = openssl.pem(
                "root.pem", "CERTIFICATE", authority.root(KeyAlgorithm.P256).getEncoded());

        assertThat(openssl.run("ts", "-verify", "-queryfile", query, "-in", reply, "-CAfile", root))
                .contains("Verification: OK");
        assertThat(openssl.run("ts", "-verify", "-data", data, "-in", reply, "-CAfile", root))
                .contains("Verification: OK");
        assertThat(openssl.run("ts", "-verify", "-data", other, "-in", reply, "-CAfile", root))
                .contains("Verification: FAILED");
    }

    @ParameterizedTest
    @EnumSource
    void authoritiesAreSucceededBeforeTheyEndAndTheOldOnesGoOnAnswering(KeyAlgorithm algorithm) {
        IssuedCertificate old = issue(algorithm);
        transaction.executeWithoutResult(status -> {
            // Nothing of the future may stay behind: other tests share the books.
            status.setRollbackOnly();
            Instant later = clock.instant().plus(11 * 365L, ChronoUnit.DAYS);
            setup.renew(later);
            setup.renew(later);

            List<X509Certificate> issuing = authority.certificates(CertificateRole.ISSUING, algorithm);
            assertThat(issuing).hasSize(2);
            assertThat(issuing.getFirst().getSubjectX500Principal().getName()).contains("G2");
            assertThat(authority.certificates(CertificateRole.ROOT, algorithm)).hasSize(1);
            assertThat(authority.certificates(CertificateRole.TSA, algorithm)).hasSize(2);
            assertThat(authority.issued(CertificateRole.TSA, algorithm).chain()).contains(issuing.getFirst());
            assertThat(records.authorities(CertificateRole.OCSP, algorithm)).hasSize(3);
            assertThat(authority.crls(algorithm)).hasSize(3);
            assertThat(authority.find(old.id()).orElseThrow().chain()).containsExactlyElementsOf(old.chain());
            assertThat(issue(algorithm).chain().get(1)).isEqualTo(issuing.getFirst());
        });
    }

    @Test
    void aRespondersCertificateIsReplacedLongBeforeItEnds() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            setup.renew(clock.instant().plus(59, ChronoUnit.DAYS));
            assertThat(records.authorities(CertificateRole.OCSP, KeyAlgorithm.P256))
                    .hasSize(1);
            setup.renew(clock.instant().plus(61, ChronoUnit.DAYS));
            assertThat(records.authorities(CertificateRole.OCSP, KeyAlgorithm.P256))
                    .hasSize(2);
            assertThat(authority.certificates(CertificateRole.ISSUING, KeyAlgorithm.P256))
                    .hasSize(1);
        });
    }

    private IssuedCertificate issue(KeyAlgorithm algorithm) {
        Instant now = clock.instant();
        return authority.issueSealCertificate(SUBJECT, keys.generate(algorithm), now, now.plus(365, ChronoUnit.DAYS));
    }

    private byte[] post(KeyAlgorithm algorithm, byte[] question) throws Exception {
        return answered("POST", "/pki/ocsp/" + algorithm.slug(), "application/ocsp-request", question)
                .body();
    }

    private byte[] get(KeyAlgorithm algorithm, byte[] question, boolean escaped) throws Exception {
        String base64 = Base64.getEncoder().encodeToString(question);
        String path = escaped ? URLEncoder.encode(base64, StandardCharsets.US_ASCII) : base64;
        HttpResponse<byte[]> answer =
                answered("GET", "/pki/ocsp/" + algorithm.slug() + "/" + path, "text/plain", new byte[0]);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=60");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        return answer.body();
    }

    private HttpResponse<byte[]> answered(String method, String path, String type, byte[] body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address(path)))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static byte[] question(X509Certificate issuing, BigInteger serial, byte @Nullable [] nonce)
            throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder()
                .setProvider(BouncyCastle.PROVIDER)
                .build();
        OCSPReqBuilder builder = new OCSPReqBuilder()
                .addRequest(new CertificateID(
                        digests.get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                        new JcaX509CertificateHolder(issuing),
                        serial));
        if (nonce != null) {
            builder.setRequestExtensions(
                    new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, nonce)));
        }
        return builder.build().getEncoded();
    }

    private static SingleResp single(byte[] answer) throws Exception {
        return basic(answer).getResponses()[0];
    }

    private static BasicOCSPResp basic(byte[] answer) throws Exception {
        OCSPResp response = new OCSPResp(answer);
        assertThat(response.getStatus()).isEqualTo(OCSPRespBuilder.SUCCESSFUL);
        return (BasicOCSPResp) response.getResponseObject();
    }

    private static int status(byte[] answer) throws Exception {
        return new OCSPResp(answer).getStatus();
    }
}
