package org.yinxin.seal;

import org.yinxin.shared.SealNumber;

/** The seal is not taken into use now. */
public class ActivationRefusedException extends RuntimeException {

    private final ActivationObstacle obstacle;

    ActivationRefusedException(SealNumber number, ActivationObstacle obstacle) {
        super("Seal " + number + " is not taken into use: " + obstacle);
        this.obstacle = obstacle;
    }

    public ActivationObstacle obstacle() {
        return obstacle;
    }
}
