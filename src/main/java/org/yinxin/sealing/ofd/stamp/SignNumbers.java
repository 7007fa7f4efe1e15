package org.yinxin.sealing.ofd.stamp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.OfdSignatures;

/**
 * The numbers of signatures and imprints, counted through a document; some writers put {@code s} and zeros before them,
 * and what stands in the document is gone on with.
 */
final class SignNumbers {

    private static final Pattern NUMBER = Pattern.compile("([sS]?)(\\d{1,8})");

    private boolean lettered;
    private int highest;

    private SignNumbers() {}

    /** Above everything in the list and in its signatures: MaxSignId is not always kept. */
    static SignNumbers after(@Nullable OfdSignatures list, List<OfdSignature> signatures) {
        SignNumbers numbers = new SignNumbers();
        if (list != null) {
            numbers.met(list.maxSignId());
            list.listed().forEach(listed -> numbers.met(listed.id()));
        }
        signatures.forEach(signature -> signature.stamps().forEach(stamp -> numbers.met(stamp.id())));
        return numbers;
    }

    private void met(String id) {
        Matcher number = NUMBER.matcher(id);
        if (number.matches()) {
            lettered |= !number.group(1).isEmpty();
            highest = Math.max(highest, Integer.parseInt(number.group(2)));
        }
    }

    String next() {
        highest++;
        return highest();
    }

    String highest() {
        return lettered ? "s%03d".formatted(highest) : Integer.toString(highest);
    }
}
