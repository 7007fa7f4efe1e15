package org.yinxin.authority.web;

import org.springframework.validation.Errors;
import org.yinxin.authority.KeyRefusal;

/** Puts refusals into words beside the field they concern. */
final class KeyRefusals {

    private KeyRefusals() {}

    static void explain(KeyRefusal refusal, Errors errors) {
        String field = refusal.field();
        if (field == null) {
            errors.reject(refusal.messageKey());
        } else {
            errors.rejectValue(field, refusal.messageKey());
        }
    }
}
