package org.yinxin.attacks;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.yinxin.sealing.pdf.PdfInspection;
import org.yinxin.sealing.pdf.PdfInspector;
import org.yinxin.sealing.pdf.PdfLimits;
import org.yinxin.sealing.pdf.PdfRefusedException;
import org.yinxin.sealing.pdf.verification.ExaminedPdf;
import org.yinxin.sealing.pdf.verification.ExaminedSignature;
import org.yinxin.sealing.pdf.verification.PdfVerifier;
import org.yinxin.sealing.pdf.verification.SignatureFault;

/** What the engine says of a PDF file, in one word. */
final class PdfJudge {

    static final String VALID = "VALID";

    private final PdfVerifier verifier = new PdfVerifier(PdfLimits.standard());
    private final PdfInspector inspector = new PdfInspector(PdfLimits.standard());
    private final X509Certificate issuer;

    PdfJudge(X509Certificate issuer) {
        this.issuer = issuer;
    }

    String judge(byte[] file) {
        ExaminedPdf found;
        try {
            found = verifier.verify(file);
        } catch (PdfRefusedException e) {
            return e.reason().name();
        }
        for (ExaminedSignature signature : found.signatures()) {
            String flaw = flaw(signature);
            if (!flaw.equals(VALID)) {
                return flaw;
            }
        }
        if (!found.quirks().isEmpty()) {
            return found.quirks().iterator().next().name();
        }
        if (found.signatures().isEmpty()) {
            return unsealed(file);
        }
        return found.covered() ? VALID : "NOT_COVERED";
    }

    /** Without a seal there is nothing to verify; what would be said of it as an upload to be stamped counts. */
    private String unsealed(byte[] file) {
        return inspector.inspect(file) instanceof PdfInspection.Refused refused
                ? refused.reason().name()
                : "NOT_SEALED";
    }

    private String flaw(ExaminedSignature signature) {
        if (signature.fault() == SignatureFault.BYTE_RANGE) {
            return "BYTE_RANGE:" + signature.found().fault();
        }
        if (signature.fault() != SignatureFault.NONE) {
            return signature.fault().name();
        }
        if (signature.later() != ExaminedSignature.Later.NOTHING
                && signature.later() != ExaminedSignature.Later.SIGNATURES) {
            return signature.later().name();
        }
        X509Certificate certificate = signature.certificate();
        return signature.seal() != null || certificate != null && issued(certificate) ? VALID : "ISSUER_UNKNOWN";
    }

    private boolean issued(X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
