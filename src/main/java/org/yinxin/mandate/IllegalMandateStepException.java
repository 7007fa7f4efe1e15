package org.yinxin.mandate;

/** Something was to happen to a mandate that its state does not allow. */
public class IllegalMandateStepException extends RuntimeException {

    private final MandateStatus status;
    private final MandateStep step;

    IllegalMandateStepException(MandateStatus status, MandateStep step) {
        super("A mandate that is " + status + " does not " + step);
        this.status = status;
        this.step = step;
    }

    public MandateStatus status() {
        return status;
    }

    public MandateStep step() {
        return step;
    }
}
