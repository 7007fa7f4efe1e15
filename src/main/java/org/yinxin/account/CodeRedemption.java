package org.yinxin.account;

/** What became of a counter code that somebody brought. */
public sealed interface CodeRedemption {

    /** The new password holds. */
    record Accepted() implements CodeRedemption {}

    /** Wrong, used, too late, or nobody's: which of these is not said. */
    record NotAccepted() implements CodeRedemption {}

    /** Too many failures; see the refusal for how long. */
    record TooOften(SignInRefusal refusal) implements CodeRedemption {}

    /** The code is right, but the new password cannot be chosen. */
    record Refused(PasswordRefusal reason) implements CodeRedemption {}
}
