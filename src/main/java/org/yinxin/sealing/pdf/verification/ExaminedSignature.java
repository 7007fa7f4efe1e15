package org.yinxin.sealing.pdf.verification;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.seal.ses.SignedBytes;

/**
 * A signature after its mathematics and the rest of the file have been looked at. Nothing is said yet of who the signer
 * is: the certificates are merely those that came with it.
 *
 * @param fault why it does not hold, or could not be computed
 * @param certificate the signer's own, if it could be told
 * @param changes what later revisions touched that they must not have
 * @param changedPages on which that shows
 * @param timeStamps over its value and over revisions that hold it, oldest first
 * @param seal the structure of a GM seal
 */
public record ExaminedSignature(
        FoundSignature found,
        Integrity integrity,
        SignatureFault fault,
        @Nullable X509Certificate certificate,
        List<X509Certificate> embedded,
        Later later,
        List<String> changes,
        List<ChangedPage> changedPages,
        List<TimeStamp> timeStamps,
        Level level,
        @Nullable SealSignature seal) {

    public ExaminedSignature {
        embedded = List.copyOf(embedded);
        changes = List.copyOf(changes);
        changedPages = List.copyOf(changedPages);
        timeStamps = List.copyOf(timeStamps);
    }

    /** What the signature covers, for the check of a GM seal. */
    public SignedBytes signedBytes(byte[] file) {
        return SealValue.bytes(file, found.range());
    }

    /** Whether the signature value and the digest of the signed bytes are right. */
    public enum Integrity {
        INTACT,
        BROKEN,
        /** A kind of signature that this engine cannot compute. */
        NOT_SUPPORTED
    }

    /** What was appended to the file after this signature. */
    public enum Later {
        NOTHING,
        /** Further signatures, time stamps and their validation data, nothing else. */
        SIGNATURES,
        /** Content, annotations, form fields or bytes that no signature covers. */
        CHANGES,
        /** Something was added although this signature forbade it (DocMDP). */
        FORBIDDEN,
        /** It could not be found out. */
        UNKNOWN
    }

    /** What the signature brings along to be checked later (ETSI EN 319 142-1, 6; alike for the GM profile). */
    public enum Level {
        /** The bare signature. */
        B,
        /** With a time stamp. */
        T,
        /** With what certificates and revocation lists said. */
        LT,
        /** With a time stamp over all that. */
        LTA
    }
}
