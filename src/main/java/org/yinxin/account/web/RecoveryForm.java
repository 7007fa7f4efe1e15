package org.yinxin.account.web;

import java.util.Objects;

/** What somebody brings from the counter, and the password they choose. */
record RecoveryForm(String phone, String code, String password) {

    RecoveryForm {
        phone = Objects.requireNonNullElse(phone, "");
        code = Objects.requireNonNullElse(code, "");
        password = Objects.requireNonNullElse(password, "");
    }
}
