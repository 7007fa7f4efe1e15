package org.yinxin.application.web;

import org.jspecify.annotations.Nullable;

/** The applicant's tick under the declaration; browsers send nothing for a box that is not ticked. */
record DeclarationForm(@Nullable String agreed) {

    static DeclarationForm of(boolean agreed) {
        return new DeclarationForm(String.valueOf(agreed));
    }

    boolean ticked() {
        return "true".equals(agreed);
    }
}
