package org.yinxin.sealing.plan;

import java.util.HexFormat;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;

/**
 * What the holder of a mandate authorises, known before anything is sealed: the uploaded file, the plan and the purpose
 * in one digest, and the purpose in another, both salted with the salt in the document's note (ADR 0031).
 */
public record AuthorisedUse(Digest authorised, Digest purpose) {

    /** @param upload the SHA-256 of the uploaded file */
    public static AuthorisedUse of(UseNote note, String purpose, Digest upload) {
        String authorised = "yinxin-use-1\n" + HexFormat.of().formatHex(upload.bytes()) + "\n"
                + note.plan().text() + "\n" + purpose;
        return new AuthorisedUse(Commitment.of(note.salt(), authorised), Commitment.of(note.salt(), purpose));
    }
}
