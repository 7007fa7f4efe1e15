package org.yinxin.authority;

/** A key that is not taken, or not let go. */
public class KeyRefusedException extends RuntimeException {

    private final KeyRefusal refusal;

    public KeyRefusedException(KeyRefusal refusal) {
        super("The key is refused: " + refusal);
        this.refusal = refusal;
    }

    public KeyRefusal refusal() {
        return refusal;
    }
}
