package org.yinxin.register;

/** What can be wrong with a field or row; each has a message that says what to do ({@code register.problem.…}). */
public enum Problem {
    MISSING,
    TOO_LONG,
    CONTROL_CHARACTERS,
    NOT_A_USCC,
    CHECK_CHARACTER,
    NOT_CHINESE,
    NOT_A_KIND,
    NOT_AN_IDENTITY_NUMBER,
    NOT_A_STATUS,
    NOT_A_DATE,
    IN_THE_FUTURE,
    ENDS_BEFORE_IT_BEGINS,
    NOT_A_DIVISION,
    NOT_A_SEAL_CODE,
    NO_SUCH_ENTERPRISE,
    TWICE_IN_THE_FILE,
    TOO_MANY_CELLS;

    /** The key of the sentence that says what is wrong and what to do. */
    public String messageKey() {
        return "register.problem." + name();
    }
}
