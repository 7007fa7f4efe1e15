package org.yinxin.sealing;

/** A holder's signature does not authorise the use. */
class NotAuthorisedException extends RuntimeException {

    private final AuthorisationRefusal reason;

    NotAuthorisedException(AuthorisationRefusal reason) {
        super("Not authorised: " + reason);
        this.reason = reason;
    }

    AuthorisationRefusal reason() {
        return reason;
    }
}
