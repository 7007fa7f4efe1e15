package org.yinxin.sealing.plan;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;

/**
 * What travels in the signature (a PDF's {@code ContactInfo}, the parameter {@code yinxin} of an OFD's {@code
 * Signature.xml}) so that the document alone opens its commitment: {@code yinxin:use/7KQ4-M2XD-9RTA;salt=<hex>;file=<length
 * of the uploaded file>;at=<plan>}. An OFD is packed anew when it is sealed, so its note also names what was uploaded:
 * {@code file=<length>:<SHA-256>}.
 *
 * @param fileDigest the SHA-256 of the uploaded file, where the sealed document does not begin with it
 */
public record UseNote(
        UseCode code, Salt salt, int fileLength, @Nullable Digest fileDigest, StampPlan plan) {

    private static final Pattern FORM = Pattern.compile(
            "yinxin:use/([0-9A-Z-]{14});salt=([0-9a-f]{32});file=(\\d{1,9})(?::([0-9a-f]{64}))?;at=([^;]{1,4000})");

    /** A note for a PDF. */
    public UseNote(UseCode code, Salt salt, int fileLength, StampPlan plan) {
        this(code, salt, fileLength, null, plan);
    }

    public String text() {
        String upload = fileDigest == null ? "" : ":" + HexFormat.of().formatHex(fileDigest.bytes());
        return "yinxin:use/" + code + ";salt=" + salt.hex() + ";file=" + fileLength + upload + ";at=" + plan.text();
    }

    public static Optional<UseNote> parse(String text) {
        Matcher note = FORM.matcher(text);
        if (!note.matches()) {
            return Optional.empty();
        }
        String upload = note.group(4);
        return UseCode.parse(note.group(1))
                .flatMap(code -> StampPlan.parse(note.group(5))
                        .map(plan -> new UseNote(
                                code,
                                Salt.fromHex(note.group(2)),
                                Integer.parseInt(note.group(3)),
                                upload == null ? null : Digest.fromHex(upload),
                                plan)));
    }
}
