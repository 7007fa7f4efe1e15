package org.yinxin.account;

/** Whether a person's present password was given. */
public sealed interface PasswordCheck {

    record Right() implements PasswordCheck {}

    record Wrong() implements PasswordCheck {}

    /** Too many failures; see the refusal for how long. */
    record TooOften(SignInRefusal refusal) implements PasswordCheck {}
}
