package org.yinxin.site;

import org.jspecify.annotations.Nullable;

/** One choice of a set of radios or of a drop-down, its words already in the reader's language. */
public record Option(String value, String text, @Nullable String hint) {

    public Option(String value, String text) {
        this(value, text, null);
    }
}
