package org.yinxin.application;

import org.yinxin.shared.Reference;

/** Somebody tried to approve a submission made before keys were a part of them. */
public class KeyMissingException extends RuntimeException {

    private final Reference reference;

    KeyMissingException(Reference reference) {
        super("The application " + reference + " was submitted without a key");
        this.reference = reference;
    }

    public Reference reference() {
        return reference;
    }
}
