package org.yinxin.sealing.pdf;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;

/**
 * What travels in the signature's {@code ContactInfo} so that the document alone opens its commitment: {@code
 * yinxin:use/7KQ4-M2XD-9RTA;salt=<hex>;file=<length of the uploaded file>;at=<page>,<left>,<top>}.
 */
public record UseNote(UseCode code, Salt salt, int fileLength, Placement placement) {

    private static final Pattern FORM = Pattern.compile(
            "yinxin:use/([0-9A-Z-]{14});salt=([0-9a-f]{32});file=(\\d{1,9});at=(\\d{1,5}),(\\d{1,6}),(\\d{1,6})");

    public String text() {
        return "yinxin:use/" + code + ";salt=" + salt.hex() + ";file=" + fileLength + ";at=" + at();
    }

    /** The placement as it stands in the note and in what the use commits to. */
    public String at() {
        return placement.page() + "," + placement.left() + "," + placement.top();
    }

    public static Optional<UseNote> parse(String contactInfo) {
        Matcher note = FORM.matcher(contactInfo);
        if (!note.matches() || "0".equals(note.group(4))) {
            return Optional.empty();
        }
        return UseCode.parse(note.group(1))
                .map(code -> new UseNote(
                        code,
                        Salt.fromHex(note.group(2)),
                        Integer.parseInt(note.group(3)),
                        new Placement(
                                Integer.parseInt(note.group(4)),
                                Integer.parseInt(note.group(5)),
                                Integer.parseInt(note.group(6)))));
    }
}
