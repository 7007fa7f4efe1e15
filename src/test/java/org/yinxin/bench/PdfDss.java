package org.yinxin.bench;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The EU's DSS, as its documentation sets it up, or with everything switched off that can be without checking less. */
final class PdfDss implements PdfWorker.Side {

    private static final float POINTS_PER_MM = 72 / 25.4f;

    private final PdfMaterial material;
    private final @Nullable IPdfObjFactory factory;
    private final @Nullable ValidationPolicy policy;
    private final CommonCertificateVerifier verifier = new CommonCertificateVerifier();

    private PdfDss(PdfMaterial material, @Nullable IPdfObjFactory factory, @Nullable ValidationPolicy policy) {
        this.material = material;
        this.factory = factory;
        this.policy = policy;
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(material.root()));
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(
                material.lists().stream().map(PdfDss::stream).toArray(InputStream[]::new)));
        verifier.setAIASource(null);
    }

    static PdfDss asDocumented(PdfMaterial material) {
        return new PdfDss(material, null, null);
    }

    /** PDFBox's own drawing, no comparison of page pictures, the policy read once, no second report. */
    static PdfDss tuned(PdfMaterial material) {
        PdfBoxNativeObjectFactory factory = new PdfBoxNativeObjectFactory();
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        factory.setPdfDifferencesFinder(differences);
        return new PdfDss(
                material,
                factory,
                ValidationPolicyLoader.fromDefaultValidationPolicy().create());
    }

    @Override
    public byte[] sign(byte[] file) {
        PAdESService service = new PAdESService(verifier);
        if (factory != null) {
            service.setPdfObjFactory(factory);
        }
        PAdESSignatureParameters parameters = parameters();
        InMemoryDocument document = new InMemoryDocument(file);
        byte[] value = material.sign(service.getDataToSign(document, parameters).getBytes());
        return ((InMemoryDocument) service.signDocument(
                        document, parameters, new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, value)))
                .getBytes();
    }

    private PAdESSignatureParameters parameters() {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(material.seal()));
        parameters.setCertificateChain(List.of(
                new CertificateToken(material.seal()),
                new CertificateToken(material.issuing()),
                new CertificateToken(material.root())));
        parameters.bLevel().setSigningDate(new Date());
        parameters.setReason("Lease of the third floor");
        SignatureImageParameters image = new SignatureImageParameters();
        image.setImage(new InMemoryDocument(material.imprint(), "imprint.png"));
        SignatureFieldParameters field = image.getFieldParameters();
        field.setPage(1);
        field.setOriginX((float) PdfMaterial.LEFT_MM * POINTS_PER_MM);
        field.setOriginY((float) PdfMaterial.TOP_MM * POINTS_PER_MM);
        field.setWidth((float) PdfMaterial.WIDTH_MM * POINTS_PER_MM);
        field.setHeight((float) PdfMaterial.WIDTH_MM * POINTS_PER_MM);
        parameters.setImageParameters(image);
        return parameters;
    }

    @Override
    public Object verify(byte[] file) {
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(file));
        validator.setCertificateVerifier(verifier);
        if (factory != null) {
            validator.setPdfObjFactory(factory);
            validator.setEnableEtsiValidationReport(false);
        }
        SimpleReport report =
                (policy == null ? validator.validateDocument() : validator.validateDocument(policy)).getSimpleReport();
        for (String id : report.getSignatureIdList()) {
            if (report.getIndication(id) != Indication.TOTAL_PASSED) {
                throw new IllegalStateException(report.getIndication(id) + " " + report.getSubIndication(id) + " "
                        + report.getAdESValidationErrors(id));
            }
        }
        return report.getSignaturesCount() == 0 ? "no signature" : Indication.TOTAL_PASSED.name();
    }

    private static InputStream stream(X509CRL list) {
        try {
            return new ByteArrayInputStream(list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException(e);
        }
    }
}
