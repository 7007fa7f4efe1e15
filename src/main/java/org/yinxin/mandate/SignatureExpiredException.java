package org.yinxin.mandate;

import java.time.Instant;

/** The page stood open for so long that the contract would no longer take the signature. */
public class SignatureExpiredException extends RuntimeException {

    SignatureExpiredException(Instant expiry) {
        super("To be used until " + expiry);
    }
}
