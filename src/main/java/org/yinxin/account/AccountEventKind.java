package org.yinxin.account;

/** What can happen to an account. */
public enum AccountEventKind {
    CREATED,
    SIGNED_IN,
    SIGNED_IN_WITH_PASSKEY,
    WRONG_PASSWORD,
    /** The password was right, but the account is suspended or its one-time password ran out. */
    TURNED_AWAY,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    COUNTER_CODE_ISSUED,
    OTHER_SESSIONS_ENDED,
    /** A key with which the person signs, or signs in. */
    KEY_ENROLLED,
    KEY_REMOVED,
    SUSPENDED,
    RESTORED;

    /** Whether the person should look twice if it was not them. */
    public boolean isAlarming() {
        return this == WRONG_PASSWORD
                || this == TURNED_AWAY
                || this == COUNTER_CODE_ISSUED
                || this == PASSWORD_RESET
                || this == KEY_ENROLLED;
    }
}
