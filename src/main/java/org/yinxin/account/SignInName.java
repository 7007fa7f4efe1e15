package org.yinxin.account;

import java.util.Optional;

/** What people sign in with: citizens their mobile number, all others their staff number. */
final class SignInName {

    private SignInName() {}

    /** The form in which accounts are found; empty when nobody can have such a name. */
    static Optional<String> parse(String typed) {
        return PhoneNumber.parse(typed)
                .map(PhoneNumber::value)
                .or(() -> StaffNumber.parse(typed).map(StaffNumber::value));
    }
}
