package org.yinxin.register;

/** An entry that was to be added is in the register already. */
public class AlreadyRegisteredException extends RuntimeException {

    private final String key;

    AlreadyRegisteredException(String key) {
        super(key + " is in the register already");
        this.key = key;
    }

    /** The code under which the entry stands. */
    public String key() {
        return key;
    }
}
