package org.yinxin.sealing;

/** Something was to happen to a use that its state does not allow. */
public class IllegalUseTransitionException extends RuntimeException {

    private final UseStatus status;
    private final UseEvent event;

    IllegalUseTransitionException(UseStatus status, UseEvent event) {
        super("A use that is " + status + " does not " + event);
        this.status = status;
        this.event = event;
    }

    public UseStatus status() {
        return status;
    }

    public UseEvent event() {
        return event;
    }
}
