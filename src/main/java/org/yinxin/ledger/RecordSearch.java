package org.yinxin.ledger;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among the records.
 *
 * @param digest a transaction's hash or a seal's identifier on the chain, 64 digits without 0x
 */
public record RecordSearch(
        @Nullable String digest,
        @Nullable Long block,
        @Nullable Party sender,
        @Nullable EntryKind kind) {

    private static final Pattern DIGEST = Pattern.compile("(?:0x)?([0-9a-fA-F]{64})");
    private static final Pattern BLOCK = Pattern.compile("#?\\s?(\\d{1,15})");

    public static RecordSearch everything() {
        return new RecordSearch(null, null, null, null);
    }

    /** Reads what was typed: a hash or a block's number; empty when it is neither. */
    public static Optional<RecordSearch> of(String typed, @Nullable Party sender, @Nullable EntryKind kind) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.of(new RecordSearch(null, null, sender, kind));
        }
        Matcher digest = DIGEST.matcher(text);
        if (digest.matches()) {
            return Optional.of(new RecordSearch(digest.group(1), null, sender, kind));
        }
        OptionalLong block = block(text);
        return block.isPresent()
                ? Optional.of(new RecordSearch(null, block.getAsLong(), sender, kind))
                : Optional.empty();
    }

    private static OptionalLong block(String text) {
        Matcher block = BLOCK.matcher(text.replace(",", ""));
        return block.matches() ? OptionalLong.of(Long.parseLong(block.group(1))) : OptionalLong.empty();
    }
}
