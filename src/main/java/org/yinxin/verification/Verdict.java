package org.yinxin.verification;

import java.util.Collection;

/** The answer to the question that somebody came with. */
public enum Verdict {
    VALID,
    NOT_VALID,
    COULD_NOT_BE_CHECKED;

    /** A failure decides; without one, anything that could not be found out does. */
    public static Verdict of(Collection<Check> checks) {
        if (checks.stream().anyMatch(check -> check.verdict() == CheckVerdict.FAILED)) {
            return NOT_VALID;
        }
        boolean allPassed =
                !checks.isEmpty() && checks.stream().allMatch(check -> check.verdict() == CheckVerdict.PASSED);
        return allPassed ? VALID : COULD_NOT_BE_CHECKED;
    }

    /** The kind of verdict band, as the components name it. */
    public String style() {
        return switch (this) {
            case VALID -> "valid";
            case NOT_VALID -> "invalid";
            case COULD_NOT_BE_CHECKED -> "unknown";
        };
    }
}
