package org.yinxin.imprint;

/** The name has fewer than 2 or more than 44 characters and cannot be set around a seal. */
public class NameDoesNotFitException extends RuntimeException {

    private final String name;

    NameDoesNotFitException(String name) {
        super("A seal holds names of 2 to 44 characters: " + name);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
