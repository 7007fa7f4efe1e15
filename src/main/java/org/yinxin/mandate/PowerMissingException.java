package org.yinxin.mandate;

import java.util.UUID;

/** The person's own mandate above this one is not in force, or its key is gone. */
public class PowerMissingException extends RuntimeException {

    PowerMissingException(UUID mandateId) {
        super("No mandate in force above " + mandateId);
    }
}
