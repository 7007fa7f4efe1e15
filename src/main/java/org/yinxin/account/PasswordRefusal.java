package org.yinxin.account;

/** Why a password cannot be chosen. */
public enum PasswordRefusal {
    TOO_SHORT,
    TOO_LONG,
    /** Among the first that anybody would try. */
    COMMON,
    /** Hardly more than the person's own name or number, or the platform's name. */
    ABOUT_YOU
}
