package org.yinxin.register;

/** Somebody else changed the entry after the form was opened. */
public class ChangedMeanwhileException extends RuntimeException {

    private final String key;

    ChangedMeanwhileException(String key) {
        super(key + " was changed after the form was opened");
        this.key = key;
    }

    /** The code under which the entry stands. */
    public String key() {
        return key;
    }
}
