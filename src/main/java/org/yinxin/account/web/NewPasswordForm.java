package org.yinxin.account.web;

import java.util.Objects;

/** A password that somebody chooses. */
record NewPasswordForm(String password) {

    NewPasswordForm {
        password = Objects.requireNonNullElse(password, "");
    }
}
