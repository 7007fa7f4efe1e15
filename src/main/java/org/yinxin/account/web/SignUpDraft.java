package org.yinxin.account.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.yinxin.account.PhoneNumber;
import org.yinxin.shared.Digest;
import org.yinxin.shared.NationalId;

/**
 * A sign-up's answers while they wait in the session, which is a row of the database: of the national id number only
 * the digest and a masked form, of the password only its hash.
 */
record SignUpDraft(
        String name,
        String nationalIdDigest,
        String maskedNationalId,
        String phone,
        @Nullable String passwordHash) implements Serializable {

    static SignUpDraft of(String name, NationalId number, Digest digest, PhoneNumber phone) {
        return new SignUpDraft(name, digest.hex(), masked(number.value()), phone.value(), null);
    }

    SignUpDraft withPassword(String hash) {
        return new SignUpDraft(name, nationalIdDigest, maskedNationalId, phone, hash);
    }

    Digest digest() {
        return Digest.fromHex(nationalIdDigest);
    }

    PhoneNumber phoneNumber() {
        return new PhoneNumber(phone);
    }

    private static String masked(String number) {
        return number.substring(0, 3) + "*".repeat(11) + number.substring(14);
    }
}
