package org.yinxin.sealing.pdf;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signature after its mathematics and the rest of the file have been looked at. Nothing is said yet of who the signer
 * is: the certificates are merely those that came with it.
 *
 * @param certificate the signer's own, if it could be told
 * @param changes what later revisions touched that they must not have
 */
public record ExaminedSignature(
        FoundSignature found,
        Integrity integrity,
        @Nullable X509Certificate certificate,
        List<X509Certificate> embedded,
        Later later,
        List<String> changes) {

    public ExaminedSignature {
        embedded = List.copyOf(embedded);
        changes = List.copyOf(changes);
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
        /** It could not be found out. */
        UNKNOWN
    }
}
