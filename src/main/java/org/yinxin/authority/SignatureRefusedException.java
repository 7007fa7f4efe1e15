package org.yinxin.authority;

/** What a page brought is not the signature that was asked for. */
public class SignatureRefusedException extends RuntimeException {

    private final SignatureRefusal refusal;

    SignatureRefusedException(SignatureRefusal refusal) {
        super("Not the signature that was asked for: " + refusal);
        this.refusal = refusal;
    }

    public SignatureRefusal refusal() {
        return refusal;
    }
}
