package org.yinxin.account;

/** Administrators can neither suspend nor reset themselves: somebody would have to let them in again. */
public class NotYourselfException extends RuntimeException {

    NotYourselfException() {
        super("Administrators do not manage themselves");
    }
}
