package org.yinxin.account.web;

import java.util.Objects;

/** What is typed to sign in. */
record SignInForm(String name, String password) {

    SignInForm {
        name = Objects.requireNonNullElse(name, "");
        password = Objects.requireNonNullElse(password, "");
    }
}
