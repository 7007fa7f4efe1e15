package org.yinxin.sealing.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;

/**
 * What travels in the signature (a PDF's {@code ContactInfo}, a parameter of an OFD's {@code Signature.xml}) so that the
 * document alone opens its commitment: {@code yinxin:use/7KQ4-M2XD-9RTA;salt=<hex>;file=<length of the uploaded
 * file>;at=<plan>}.
 */
public record UseNote(UseCode code, Salt salt, int fileLength, StampPlan plan) {

    private static final Pattern FORM =
            Pattern.compile("yinxin:use/([0-9A-Z-]{14});salt=([0-9a-f]{32});file=(\\d{1,9});at=([^;]{1,4000})");

    public String text() {
        return "yinxin:use/" + code + ";salt=" + salt.hex() + ";file=" + fileLength + ";at=" + plan.text();
    }

    public static Optional<UseNote> parse(String text) {
        Matcher note = FORM.matcher(text);
        if (!note.matches()) {
            return Optional.empty();
        }
        return UseCode.parse(note.group(1))
                .flatMap(code -> StampPlan.parse(note.group(4))
                        .map(plan ->
                                new UseNote(code, Salt.fromHex(note.group(2)), Integer.parseInt(note.group(3)), plan)));
    }
}
