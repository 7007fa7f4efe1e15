package org.yinxin.seal.ses;

/** The bytes are not a seal structure; the message says where they depart from the standard. */
public class SealFormatException extends RuntimeException {

    SealFormatException(String message) {
        super(message);
    }

    SealFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
