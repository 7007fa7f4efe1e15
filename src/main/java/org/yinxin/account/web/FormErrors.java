package org.yinxin.account.web;

import java.util.Optional;
import org.springframework.validation.Errors;

/** Says of a field that it is missing or that it cannot be read. */
final class FormErrors {

    private FormErrors() {}

    /** @param key the field's message key, below which {@code .missing} and {@code .wrong} stand */
    static void require(Optional<?> read, String typed, String field, String key, Errors errors) {
        if (typed.isBlank()) {
            errors.rejectValue(field, key + ".missing");
        } else if (read.isEmpty()) {
            errors.rejectValue(field, key + ".wrong");
        }
    }
}
