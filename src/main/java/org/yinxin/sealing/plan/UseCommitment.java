package org.yinxin.sealing.plan;

import java.util.Arrays;
import java.util.Objects;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;

/**
 * The three digests that stand on the chain for one use, each salted with the salt in the document's note: what was
 * authorised (the uploaded file, the plan, the purpose), what came out (ADR 0031 for PDF, ADR 0097 for OFD) and the
 * purpose.
 */
public record UseCommitment(Digest authorised, Digest sealed, Digest purpose) {

    /**
     * Of a PDF: what came out is the file up to the end of our last signature.
     *
     * @param file at least as long as the revision: the sealed document, perhaps with later revisions behind it
     * @param signedUntil the end of our last signature's byte range
     */
    public static UseCommitment of(UseNote note, String purpose, byte[] file, int signedUntil) {
        return of(note, purpose, sha256(file, note.fileLength()), sha256(file, signedUntil));
    }

    /**
     * Of an OFD: what came out is our {@code Signature.xml}, which holds the digest of every protected part, however the
     * container is packed.
     *
     * @throws NullPointerException when the note does not name the uploaded file
     */
    public static UseCommitment ofOfd(UseNote note, String purpose, byte[] signatureXml) {
        Digest uploaded = Objects.requireNonNull(note.fileDigest(), "an OFD's note names the uploaded file");
        return of(note, purpose, uploaded, Digest.sha256(signatureXml));
    }

    private static UseCommitment of(UseNote note, String purpose, Digest uploaded, Digest sealed) {
        AuthorisedUse authorised = AuthorisedUse.of(note, purpose, uploaded);
        return new UseCommitment(
                authorised.authorised(), Commitment.of(note.salt(), sealed.bytes()), authorised.purpose());
    }

    /** Whether what came out is what was authorised. */
    public boolean keepsTo(AuthorisedUse before) {
        return authorised.equals(before.authorised()) && purpose.equals(before.purpose());
    }

    private static Digest sha256(byte[] file, int length) {
        return Digest.sha256(Arrays.copyOf(file, length));
    }
}
