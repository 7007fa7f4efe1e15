package org.yinxin.sealing.pdf.verification;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.security.cert.X509Certificate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.sealing.pdf.verification.ExaminedSignature.Integrity;

/** Asks the EU's DSS, below its policies, about kinds of signatures that our own code does not compute. */
final class DssOpinion {

    private static final Logger LOG = LoggerFactory.getLogger(DssOpinion.class);

    private final CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    private final PdfBoxNativeObjectFactory pdfBox = new PdfBoxNativeObjectFactory();

    /** @param own what ours found, which stands where DSS knows nothing either */
    SignatureValue on(byte[] file, FoundSignature found, SignatureValue own) {
        try {
            for (AdvancedSignature signature : signatures(file)) {
                if (signature instanceof PAdESSignature pades && end(pades) == found.signedUntil()) {
                    return opinion(pades, own);
                }
            }
        } catch (RuntimeException | StackOverflowError e) {
            LOG.info("A signature could not be computed: {}", e.toString());
        }
        return own;
    }

    /** How many PAdES signatures DSS sees and finds intact. */
    int intact(byte[] file) {
        int intact = 0;
        for (AdvancedSignature signature : signatures(file)) {
            signature.checkSignatureIntegrity();
            if (signature.getSignatureCryptographicVerification().isSignatureValid()) {
                intact++;
            }
        }
        return intact;
    }

    private List<AdvancedSignature> signatures(byte[] file) {
        PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(file));
        analyzer.setPdfObjFactory(pdfBox);
        analyzer.setCertificateVerifier(verifier);
        return analyzer.getSignatures();
    }

    private static SignatureValue opinion(PAdESSignature signature, SignatureValue own) {
        signature.checkSignatureIntegrity();
        CertificateToken signer = signature.getSigningCertificateToken();
        List<X509Certificate> embedded = signature.getCertificates().stream()
                .map(CertificateToken::getCertificate)
                .toList();
        boolean valid = signature.getSignatureCryptographicVerification().isSignatureValid();
        Integrity integrity = valid ? Integrity.INTACT : Integrity.BROKEN;
        return new SignatureValue(
                integrity,
                valid ? SignatureFault.NONE : own.fault(),
                signer == null ? null : signer.getCertificate(),
                embedded,
                null,
                new byte[0],
                null);
    }

    private static long end(PAdESSignature signature) {
        var range = signature.getPdfRevision().getByteRange();
        return (long) range.getSecondPartStart() + range.getSecondPartEnd();
    }
}
