package org.yinxin.verification;

import java.util.Locale;

/** What somebody learns who asks whether a seal is good now. The names are stable: machines read them. */
public enum SealAnswer {
    IN_FORCE(Verdict.VALID),
    /** Issued, and not yet taken into use by its owner. */
    NOT_IN_USE_YET(Verdict.NOT_VALID),
    /** Its period has not begun. */
    NOT_VALID_YET(Verdict.NOT_VALID),
    SUSPENDED(Verdict.NOT_VALID),
    REVOKED(Verdict.NOT_VALID),
    EXPIRED(Verdict.NOT_VALID),
    REPLACED(Verdict.NOT_VALID),
    /** Our books and the authorities' record differ: somebody changed one of them. */
    RECORD_DOES_NOT_MATCH(Verdict.NOT_VALID),
    /** The last step is on its way to the authorities' record. */
    BEING_RECORDED(Verdict.COULD_NOT_BE_CHECKED),
    /** Too few of the authorities' nodes answer, or they contradict each other. */
    COULD_NOT_BE_CHECKED(Verdict.COULD_NOT_BE_CHECKED);

    private final Verdict verdict;

    SealAnswer(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** The kind of verdict band, as the components name it. */
    public String style() {
        return this == BEING_RECORDED ? "waiting" : verdict.style();
    }

    /** The code in words and addresses, such as {@code not-in-use-yet}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
