package org.yinxin.imprint;

/** A scan that cannot become an imprint. */
public class ScanRefusedException extends RuntimeException {

    private final ScanRefusal refusal;

    ScanRefusedException(ScanRefusal refusal) {
        super("This scan cannot become an imprint: " + refusal);
        this.refusal = refusal;
    }

    public ScanRefusal refusal() {
        return refusal;
    }
}
