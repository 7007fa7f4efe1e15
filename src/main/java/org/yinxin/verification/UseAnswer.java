package org.yinxin.verification;

import java.util.Locale;

/** What somebody learns who asks for one use of a seal. The names are stable: machines read them. */
public enum UseAnswer {
    /** It stands in the authorities' record, so the seal was in force when it was used. */
    RECORDED(Verdict.VALID),
    /** Our books and the authorities' record differ. */
    RECORD_DOES_NOT_MATCH(Verdict.NOT_VALID),
    BEING_RECORDED(Verdict.COULD_NOT_BE_CHECKED),
    COULD_NOT_BE_CHECKED(Verdict.COULD_NOT_BE_CHECKED);

    private final Verdict verdict;

    UseAnswer(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** The kind of verdict band, as the components name it. */
    public String style() {
        return this == BEING_RECORDED ? "waiting" : verdict.style();
    }

    /** The code in words and addresses, such as {@code being-recorded}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
