package org.yinxin.pki.tsp;

import org.jspecify.annotations.Nullable;

/** A time-stamp authority answered, and the answer does not hold. */
public class TokenRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final TokenRefusal refusal;

    TokenRefusedException(TokenRefusal refusal, @Nullable Throwable cause) {
        super("The answer of the time-stamp authority does not hold: " + refusal, cause);
        this.refusal = refusal;
    }

    public TokenRefusal refusal() {
        return refusal;
    }
}
