package org.yinxin.account;

/** What can happen to an account. */
public enum AccountEventKind {
    CREATED,
    SIGNED_IN,
    WRONG_PASSWORD,
    /** The password was right, but the account is suspended or its one-time password ran out. */
    TURNED_AWAY,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    COUNTER_CODE_ISSUED,
    OTHER_SESSIONS_ENDED,
    SUSPENDED,
    RESTORED;

    /** Whether the person should look twice if it was not them. */
    public boolean isAlarming() {
        return this == WRONG_PASSWORD || this == TURNED_AWAY || this == COUNTER_CODE_ISSUED || this == PASSWORD_RESET;
    }
}
