package org.yinxin.sealing.ofd.drawing;

/** A page asks for more objects, points, pixels, nesting or time than any page of a real document. */
public class TooCostlyException extends RuntimeException {

    TooCostlyException() {
        super("The page asks for more than drawing it may cost");
    }
}
