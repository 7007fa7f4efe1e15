package org.yinxin.account.web;

import java.util.Objects;

/** The language somebody wants to be addressed in. */
record LanguageForm(String language) {

    LanguageForm {
        language = Objects.requireNonNullElse(language, "");
    }
}
