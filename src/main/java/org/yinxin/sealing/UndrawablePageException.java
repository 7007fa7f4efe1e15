package org.yinxin.sealing;

/** A page cannot be shown as a picture; stamping and checking the document do not depend on it. */
public class UndrawablePageException extends RuntimeException {

    UndrawablePageException(RuntimeException cause) {
        super("The page cannot be drawn: " + cause.getMessage(), cause);
    }
}
