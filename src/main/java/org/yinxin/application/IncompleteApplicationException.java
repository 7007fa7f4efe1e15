package org.yinxin.application;

import java.util.Set;

/** Somebody tried to submit an application with parts missing. */
public class IncompleteApplicationException extends RuntimeException {

    private final Set<ApplicationPart> missing;

    IncompleteApplicationException(Set<ApplicationPart> missing) {
        super("Missing: " + missing);
        this.missing = missing;
    }

    public Set<ApplicationPart> missing() {
        return missing;
    }
}
