package org.yinxin.enterprise;

import java.util.UUID;

/** A person was refused so often that they must wait before they may ask again. */
public class TooManyAttemptsException extends RuntimeException {

    TooManyAttemptsException(UUID personId) {
        super("Too many refused attempts of " + personId);
    }
}
