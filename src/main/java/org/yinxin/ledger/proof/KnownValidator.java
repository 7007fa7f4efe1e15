package org.yinxin.ledger.proof;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A validator, and the blocks for which it is one.
 *
 * @param address 0x and 40 digits in lower case
 * @param from the first block that it may sign
 * @param to the last one
 */
public record KnownValidator(String address, long from, long to) {

    private static final Pattern WRITTEN = Pattern.compile("(0x[0-9a-fA-F]{40})(?:@(\\d{1,12})(?:-(\\d{1,12}))?)?");

    /**
     * Reads {@code 0xaddress}, {@code 0xaddress@from} or {@code 0xaddress@from-to}, both blocks included.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static KnownValidator parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No validator: " + written);
        }
        long from = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
        long to = matcher.group(3) == null ? Long.MAX_VALUE : Long.parseLong(matcher.group(3));
        if (to < from) {
            throw new IllegalArgumentException("The last block comes before the first: " + written);
        }
        return new KnownValidator(matcher.group(1).toLowerCase(Locale.ROOT), from, to);
    }

    public boolean at(long block) {
        return from <= block && block <= to;
    }
}
