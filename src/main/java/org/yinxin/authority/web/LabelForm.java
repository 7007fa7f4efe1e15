package org.yinxin.authority.web;

import java.util.Objects;

/** What somebody calls a key. */
record LabelForm(String label) {

    LabelForm {
        label = Objects.requireNonNullElse(label, "");
    }
}
