package org.yinxin.application;

/** Somebody tried to change an application that the bureaus are looking at or that is at its end. */
public class NotEditableException extends RuntimeException {

    private final ApplicationStatus status;

    public NotEditableException(ApplicationStatus status) {
        super("An application that is " + status + " cannot be changed");
        this.status = status;
    }

    public ApplicationStatus status() {
        return status;
    }
}
