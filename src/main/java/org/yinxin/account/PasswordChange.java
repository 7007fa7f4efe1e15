package org.yinxin.account;

/** What became of a wish to change one's password. */
public sealed interface PasswordChange {

    record Changed() implements PasswordChange {}

    /** The present password was not given rightly. */
    record NotYours() implements PasswordChange {}

    /** The new one is the present one. */
    record Unchanged() implements PasswordChange {}

    /** Too many failures; see the refusal for how long. */
    record TooOften(SignInRefusal refusal) implements PasswordChange {}

    /** The new one cannot be chosen. */
    record Refused(PasswordRefusal reason) implements PasswordChange {}
}
