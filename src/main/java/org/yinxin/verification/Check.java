package org.yinxin.verification;

import java.util.List;

/**
 * One question and its answer.
 *
 * @param reason why, as a word that messages and machines know, such as {@code bytes-appended}
 * @param values what the reason's words need: names, dates, codes, as {@link java.time.Instant}, text or numbers
 */
public record Check(CheckCode code, CheckVerdict verdict, String reason, List<Object> values) {

    public Check {
        values = List.copyOf(values);
    }

    public static Check passed(CheckCode code, Object... values) {
        return new Check(code, CheckVerdict.PASSED, "passed", List.of(values));
    }

    public static Check passedBecause(CheckCode code, String reason, Object... values) {
        return new Check(code, CheckVerdict.PASSED, reason, List.of(values));
    }

    public static Check failed(CheckCode code, String reason, Object... values) {
        return new Check(code, CheckVerdict.FAILED, reason, List.of(values));
    }

    public static Check indeterminate(CheckCode code, String reason, Object... values) {
        return new Check(code, CheckVerdict.INDETERMINATE, reason, List.of(values));
    }

    public static Check skipped(CheckCode code) {
        return new Check(code, CheckVerdict.SKIPPED, "skipped", List.of());
    }

    public boolean passed() {
        return verdict == CheckVerdict.PASSED;
    }

    /** The key of the question's words. */
    public String titleKey() {
        return code.key() + ".title";
    }

    /** The key of the answer's words; {@code skipped} has the same words everywhere. */
    public String reasonKey() {
        return verdict == CheckVerdict.SKIPPED ? "checks.skipped" : code.key() + "." + reason;
    }
}
