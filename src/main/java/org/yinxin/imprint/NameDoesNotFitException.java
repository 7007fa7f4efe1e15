package org.yinxin.imprint;

/** The name is too short or too long to be set legibly on a seal. */
public class NameDoesNotFitException extends RuntimeException {

    private final String name;

    NameDoesNotFitException(String name) {
        super("This name cannot be set legibly on a seal: " + name);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
