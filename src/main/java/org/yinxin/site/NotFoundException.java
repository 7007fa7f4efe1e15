package org.yinxin.site;

/** There is no such page or record, or it is somebody else's: both look the same from outside. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String what) {
        super(what);
    }
}
