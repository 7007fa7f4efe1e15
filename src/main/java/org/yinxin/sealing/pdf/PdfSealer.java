package org.yinxin.sealing.pdf;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.util.Arrays;
import java.util.Date;
import org.yinxin.sealing.plan.StampOrder;

/**
 * Stamps a document: appends one revision with a visible PAdES-BASELINE-B signature (ETSI EN 319 142-1), ECDSA P-256 with
 * SHA-256. The uploaded file stays the first part of the result, byte for byte.
 */
public final class PdfSealer {

    private static final int SIGNATURE_SPACE = 6_144;

    private final CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);

    public SealedPdf seal(byte[] file, StampOrder order, SealSigner signer) {
        PAdESService service = new PAdESService(verifier);
        service.setPdfObjFactory(new StampingFactory(order));
        PAdESSignatureParameters parameters = parameters(order, signer);
        InMemoryDocument document = new InMemoryDocument(file);
        ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
        byte[] signature = signer.signature(toBeSigned.getBytes());
        DSSDocument signed = service.signDocument(
                document, parameters, new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature));
        return checked(file, ((InMemoryDocument) signed).getBytes());
    }

    private static SealedPdf checked(byte[] file, byte[] signed) {
        if (signed.length <= file.length || Arrays.mismatch(file, 0, file.length, signed, 0, file.length) >= 0) {
            throw new IllegalStateException("Sealing did not keep the uploaded file as it was");
        }
        return new SealedPdf(signed, signed.length);
    }

    private static PAdESSignatureParameters parameters(StampOrder order, SealSigner signer) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        parameters.setCertificateChain(
                signer.chain().stream().map(CertificateToken::new).toList());
        parameters.bLevel().setSigningDate(Date.from(order.time()));
        parameters.setSignerName(order.owner());
        parameters.setReason(order.purpose());
        parameters.setContactInfo(order.note().text());
        parameters.setContentSize(SIGNATURE_SPACE);
        SignatureImageParameters image = new SignatureImageParameters();
        image.setImage(new InMemoryDocument(order.image().png(), "imprint.png"));
        image.getFieldParameters().setPage(StampDrawer.placement(order).page());
        parameters.setImageParameters(image);
        return parameters;
    }

    /** Hands DSS our drawing of the stamp instead of its own. */
    private static final class StampingFactory extends PdfBoxNativeObjectFactory {

        private final StampOrder order;

        StampingFactory(StampOrder order) {
            this.order = order;
        }

        @Override
        public PDFSignatureService newPAdESSignatureService() {
            return configure(
                    new PdfBoxSignatureService(PDFServiceMode.SIGNATURE, parameters -> new StampDrawer(order)));
        }
    }
}
