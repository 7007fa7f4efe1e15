package org.yinxin.application;

/** Somebody tried what the transition table does not allow in the state the application is in. */
public class IllegalTransitionException extends RuntimeException {

    private final ApplicationStatus status;
    private final ApplicationEvent event;

    IllegalTransitionException(ApplicationStatus status, ApplicationEvent event) {
        super("An application that is " + status + " does not take " + event);
        this.status = status;
        this.event = event;
    }

    public ApplicationStatus status() {
        return status;
    }

    public ApplicationEvent event() {
        return event;
    }
}
