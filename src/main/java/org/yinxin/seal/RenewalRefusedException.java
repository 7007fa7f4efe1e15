package org.yinxin.seal;

import org.yinxin.shared.SealNumber;

/** The seal is not renewed now. */
public class RenewalRefusedException extends RuntimeException {

    private final RenewalObstacle obstacle;

    RenewalRefusedException(SealNumber number, RenewalObstacle obstacle) {
        super("Seal " + number + " is not renewed: " + obstacle);
        this.obstacle = obstacle;
    }

    public RenewalObstacle obstacle() {
        return obstacle;
    }
}
