package org.yinxin.sealing;

/** A document, acceptable when it was handed in, cannot be stamped in the way that was chosen. */
class RefusedBySealingException extends RuntimeException {

    private final DocumentRefusal reason;

    RefusedBySealingException(DocumentRefusal reason, RuntimeException cause) {
        super("Refused by sealing: " + reason, cause);
        this.reason = reason;
    }

    DocumentRefusal reason() {
        return reason;
    }
}
