package org.yinxin.mandate.web;

import org.jspecify.annotations.Nullable;

/** An invitation code, as it was typed. */
public record CodeForm(@Nullable String code) {

    String typed() {
        return OfferForm.typed(code);
    }
}
