package org.yinxin.sealing.ofd.verification;

/**
 * How one part of the package stands to a signature.
 *
 * @param path inside the package
 */
public record PartFinding(String path, State state) {

    /** The names are stable. */
    public enum State {
        /** Protected, and as it was. */
        COVERED,
        /** Protected, and not as it was. */
        CHANGED,
        /** Protected, and not there. */
        MISSING,
        /** Protected by a digest that cannot be checked here. */
        UNKNOWN,
        /** Not protected. */
        UNCOVERED,
        /** Not protected, which is tolerated with a warning: the entrance, a template, a list of annotations. */
        TOLERATED,
        /** Part of the signatures themselves, which no signature can protect from the start. */
        OF_SIGNATURES
    }
}
