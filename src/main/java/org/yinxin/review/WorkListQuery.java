package org.yinxin.review;

/**
 * What an officer wants to see of the bureau's work.
 *
 * @param search part of a reference, of a unified social credit code or of a name; empty for all
 * @param page counts from 0
 */
public record WorkListQuery(Shelf shelf, Holder holder, boolean overdue, String search, Sorting sorting, int page) {

    /** Which cases. */
    public enum Shelf {
        OPEN,
        WITH_APPLICANT,
        DECIDED,
        ALL
    }

    /** Whose cases. */
    public enum Holder {
        ANYBODY,
        ME,
        NOBODY
    }

    /** In which order. */
    public enum Sorting {
        DUE,
        NEWEST,
        OLDEST,
        ENTERPRISE,
        REFERENCE
    }
}
