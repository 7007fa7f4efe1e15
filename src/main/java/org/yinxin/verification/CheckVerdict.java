package org.yinxin.verification;

import java.util.Locale;

/** How one check ended. */
public enum CheckVerdict {
    PASSED,
    FAILED,
    /** It could not be found out; never shown as a failure. */
    INDETERMINATE,
    /** Not looked at, because an earlier check left nothing to look at. */
    SKIPPED;

    /** The style of a result in a list. */
    public String style() {
        return switch (this) {
            case PASSED -> "valid";
            case FAILED -> "invalid";
            case INDETERMINATE, SKIPPED -> "unknown";
        };
    }

    /** The key of its word. */
    public String key() {
        return "checks.verdict." + name().toLowerCase(Locale.ROOT);
    }
}
