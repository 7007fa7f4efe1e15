package org.yinxin.sealing.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * The EU's DSS as a judge of what was signed, with its policy made strict about pages painted over later; our own
 * verifier must agree.
 */
final class DssJudge {

    private final CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);

    /** @param lists that are at hand; none when all proof must be in the document */
    DssJudge(Collection<X509Certificate> trusted, List<X509CRL> lists) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        trusted.forEach(root -> anchors.addCertificate(new CertificateToken(root)));
        verifier.setTrustedCertSources(anchors);
        if (!lists.isEmpty()) {
            verifier.setCrlSource(new ExternalResourcesCRLSource(
                    lists.stream().map(DssJudge::stream).toArray(InputStream[]::new)));
        }
    }

    void assertPassed(byte[] sealed, SignatureLevel... levels) {
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(sealed));
        validator.setCertificateVerifier(verifier);
        SimpleReport report = validator
                .validateDocument(new ByteArrayInputStream(policy().getBytes(StandardCharsets.UTF_8)))
                .getSimpleReport();
        for (String id : report.getSignatureIdList()) {
            assertThat(report.getIndication(id))
                    .as(
                            "%s %s",
                            report.getSubIndication(id),
                            report.getAdESValidationErrors(id).stream()
                                    .map(Message::getValue)
                                    .toList())
                    .isEqualTo(Indication.TOTAL_PASSED);
        }
        assertThat(report.getSignatureIdList())
                .extracting(report::getSignatureFormat)
                .containsExactly(levels);
    }

    private static String policy() {
        try (InputStream standard = DssJudge.class.getResourceAsStream("/policy/constraint.xml")) {
            String policy = new String(standard.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("<UndefinedChanges Level=\"WARN\" />", "<UndefinedChanges Level=\"FAIL\" />");
            assertThat(policy).contains("<UndefinedChanges Level=\"FAIL\" />");
            return policy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(X509CRL list) {
        try {
            return new ByteArrayInputStream(list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException(e);
        }
    }
}
