package org.yinxin.account.web;

import java.util.Objects;

/** The present password and the one to replace it. */
record PasswordForm(String present, String chosen) {

    PasswordForm {
        present = Objects.requireNonNullElse(present, "");
        chosen = Objects.requireNonNullElse(chosen, "");
    }
}
