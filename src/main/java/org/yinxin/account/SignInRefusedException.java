package org.yinxin.account;

import org.springframework.security.core.AuthenticationException;

/** Somebody is not let in. */
public class SignInRefusedException extends AuthenticationException {

    private final transient SignInRefusal refusal;

    SignInRefusedException(SignInRefusal refusal) {
        super("Sign-in refused: " + refusal.getClass().getSimpleName());
        this.refusal = refusal;
    }

    public SignInRefusal refusal() {
        return refusal;
    }
}
