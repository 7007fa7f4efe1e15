package org.yinxin.account.web;

import java.util.Objects;

/** Who wants an account. */
record SignUpForm(String name, String nationalId, String phone) {

    SignUpForm {
        name = Objects.requireNonNullElse(name, "");
        nationalId = Objects.requireNonNullElse(nationalId, "");
        phone = Objects.requireNonNullElse(phone, "");
    }
}
