package org.yinxin.application;

import org.yinxin.shared.Bureau;

/** A decision came too late or too early: the gate is not open for the submission the officer looked at. */
public class GateClosedException extends RuntimeException {

    private final Bureau bureau;
    private final ApplicationStatus status;
    private final GateState gate;

    GateClosedException(Bureau bureau, ApplicationStatus status, GateState gate) {
        super("The gate of " + bureau + " is " + gate + " and the application " + status);
        this.bureau = bureau;
        this.status = status;
        this.gate = gate;
    }

    public Bureau bureau() {
        return bureau;
    }

    public ApplicationStatus status() {
        return status;
    }

    public GateState gate() {
        return gate;
    }
}
