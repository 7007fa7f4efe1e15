package org.yinxin.application;

/** Where one bureau's gate stands for the content now submitted. */
public enum GateState {
    /** Another bureau has to approve first. */
    WAITING,
    /** The bureau may decide. */
    OPEN,
    APPROVED,
    RETURNED,
    REFUSED;

    static GateState of(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> APPROVED;
            case RETURNED -> RETURNED;
            case REFUSED -> REFUSED;
        };
    }
}
