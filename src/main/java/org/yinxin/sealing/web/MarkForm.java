package org.yinxin.sealing.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.sealing.MarkDraft;
import org.yinxin.shared.Salt;

/**
 * What somebody fills in to declare a use void or to dispute it, and what the confirming page brings back; whatever was
 * changed on the way is not what was signed.
 */
record MarkForm(
        @Nullable String mark,
        @Nullable String reason,
        @Nullable UUID entry,
        @Nullable String salt,
        @Nullable Long expiry,
        @Nullable String signature) {

    private static final int LONGEST = 500;

    Optional<MarkKind> kind() {
        return Arrays.stream(MarkKind.values())
                .filter(kind -> kind.name().equals(mark))
                .findFirst();
    }

    String typedReason() {
        return reason == null ? "" : reason.strip();
    }

    boolean reasonFits() {
        return !typedReason().isEmpty() && typedReason().length() <= LONGEST;
    }

    String signed() {
        return signature == null ? "" : signature;
    }

    /** As the confirming page asked for it to be signed; empty before that page. */
    Optional<MarkDraft> prepared() {
        if (entry == null || expiry == null || salt == null || !salt.matches("[0-9a-f]{32}")) {
            return Optional.empty();
        }
        UUID id = entry;
        Instant until = Instant.ofEpochSecond(Math.clamp(expiry, 0, 99_999_999_999L));
        Salt opened = Salt.fromHex(salt);
        return kind().map(kind -> new MarkDraft(id, kind, typedReason(), opened, until));
    }
}
