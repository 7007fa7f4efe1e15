package org.yinxin.sealing.pdf.verification;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.seal.ses.SealFormatException;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.seal.ses.SignatureCheck;
import org.yinxin.seal.ses.SignatureFinding;
import org.yinxin.seal.ses.SignatureReader;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.seal.ses.SignedBytes;
import org.yinxin.sealing.pdf.verification.ExaminedSignature.Integrity;

/** Computes a seal's signature over a file's byte range (SES_Signature of GB/T 38540 under {@code GM.sm2seal}). */
final class SealValue {

    private SealValue() {}

    static SignatureValue compute(byte[] file, ByteRange range) {
        SealSignature signature;
        try {
            signature = SignatureReader.readPadded(range.value(file));
        } catch (SealFormatException e) {
            return SignatureValue.broken(SignatureFault.NOT_A_SIGNATURE);
        }
        SignatureReport report = SignatureCheck.check(signature, bytes(file, range), SealTrust.none());
        SignatureFault fault = fault(report);
        X509Certificate certificate = certificate(signature.signerCertificate());
        return new SignatureValue(
                integrity(fault),
                fault,
                certificate,
                certificate == null ? List.of() : List.of(certificate),
                signature.timeStamp(),
                signature.signatureValue(),
                signature);
    }

    static SignedBytes bytes(byte[] file, ByteRange range) {
        return SignedBytes.ofRange(
                file,
                0,
                range.gapStart(),
                range.gapEnd(),
                range.numbers().get(3).intValue());
    }

    /** What does not depend on whom one trusts, in the standard's order. */
    private static SignatureFault fault(SignatureReport report) {
        for (SignatureFinding finding : report.findings()) {
            boolean failed = finding.outcome() == SignatureFinding.Outcome.FAILED;
            boolean unknown = finding.outcome() == SignatureFinding.Outcome.INDETERMINATE;
            SignatureFault fault = switch (finding.step()) {
                case MAKER_SIGNATURE, SIGNER_LISTED ->
                    failed
                            ? SignatureFault.SEAL_WRONG
                            : unknown ? SignatureFault.ALGORITHM_UNKNOWN : SignatureFault.NONE;
                case SIGNATURE ->
                    failed
                            ? SignatureFault.VALUE_WRONG
                            : unknown ? SignatureFault.ALGORITHM_UNKNOWN : SignatureFault.NONE;
                case DATA_HASH -> failed ? SignatureFault.DIGEST_DIFFERS : SignatureFault.NONE;
                default -> SignatureFault.NONE;
            };
            if (fault != SignatureFault.NONE) {
                return fault;
            }
        }
        return SignatureFault.NONE;
    }

    private static Integrity integrity(SignatureFault fault) {
        return switch (fault) {
            case NONE -> Integrity.INTACT;
            case ALGORITHM_UNKNOWN -> Integrity.NOT_SUPPORTED;
            default -> Integrity.BROKEN;
        };
    }

    private static @Nullable X509Certificate certificate(byte[] encoded) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                    .generateCertificate(new java.io.ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException | RuntimeException e) {
            return null;
        }
    }
}
