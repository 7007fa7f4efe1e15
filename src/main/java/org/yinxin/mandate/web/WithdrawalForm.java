package org.yinxin.mandate.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.mandate.Withdrawal;
import org.yinxin.shared.Salt;

/**
 * What somebody fills in to withdraw a mandate, and what the confirming page brings back; whatever was changed on the
 * way is not what was signed.
 */
public record WithdrawalForm(
        @Nullable UUID by,
        @Nullable String reason,
        @Nullable UUID entry,
        @Nullable String salt,
        @Nullable Long expiry,
        @Nullable String signature) {

    static final int LONGEST_REASON = 500;

    String typedReason() {
        return OfferForm.typed(reason);
    }

    String signed() {
        return signature == null ? "" : signature;
    }

    /** As the confirming page asked for it to be signed; empty before that page. */
    Optional<Withdrawal> prepared(UUID mandate) {
        if (by == null || entry == null || salt == null || expiry == null || !salt.matches("[0-9a-f]{32}")) {
            return Optional.empty();
        }
        Instant until = Instant.ofEpochSecond(Math.clamp(expiry, 0, 99_999_999_999L));
        return Optional.of(new Withdrawal(mandate, by, typedReason(), Salt.fromHex(salt), entry, until));
    }
}
