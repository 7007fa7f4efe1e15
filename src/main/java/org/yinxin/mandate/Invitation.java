package org.yinxin.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.yinxin.account.PhoneNumber;
import org.yinxin.shared.Digest;

/**
 * Whom a mandate is offered to, and until when it waits for the next step.
 *
 * @param phone of the one account that may accept; none where anyone with the code may
 * @param codeDigest SHA-256 of the code that opens it; none when no code is out
 */
@Embeddable
record Invitation(
        @Column(name = "invited_phone") @Nullable String phone, byte @Nullable [] codeDigest, Instant waitsUntil) {

    static Invitation until(@Nullable PhoneNumber phone, Instant until) {
        return new Invitation(phone == null ? null : phone.value(), null, until);
    }

    Invitation with(Digest code, Instant until) {
        return new Invitation(phone, code.bytes(), until);
    }

    Invitation waiting(Instant until) {
        return new Invitation(phone, codeDigest, until);
    }

    Invitation withoutCode() {
        return new Invitation(phone, null, waitsUntil);
    }

    boolean isOpenedBy(Digest code) {
        return Arrays.equals(codeDigest, code.bytes());
    }
}
