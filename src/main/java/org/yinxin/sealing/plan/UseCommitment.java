package org.yinxin.sealing.plan;

import java.util.Arrays;
import java.util.HexFormat;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;

/**
 * The three digests that stand on the chain for one use, each salted with the salt in the document's note: what was
 * authorised (the uploaded file, the plan, the purpose), what came out (the file up to the end of our signature)
 * and the purpose (ADR 0031).
 */
public record UseCommitment(Digest authorised, Digest sealed, Digest purpose) {

    /**
     * @param file at least as long as the revision: the sealed document, perhaps with later revisions behind it
     * @param signedUntil the end of our signature's last byte range
     */
    public static UseCommitment of(UseNote note, String purpose, byte[] file, int signedUntil) {
        String authorised = "yinxin-use-1\n" + hex(sha256(file, note.fileLength())) + "\n"
                + note.plan().text() + "\n" + purpose;
        return new UseCommitment(
                Commitment.of(note.salt(), authorised),
                Commitment.of(note.salt(), sha256(file, signedUntil).bytes()),
                Commitment.of(note.salt(), purpose));
    }

    private static Digest sha256(byte[] file, int length) {
        return Digest.sha256(Arrays.copyOf(file, length));
    }

    private static String hex(Digest digest) {
        return HexFormat.of().formatHex(digest.bytes());
    }
}
