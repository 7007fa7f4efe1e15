package org.yinxin.review;

/** Why an officer may not do something with a case. */
public enum Objection {
    /** It lies on another bureau's desk. */
    OTHER_BUREAU,
    /** There is nothing to decide now. */
    NOT_OPEN,
    /** A colleague has taken it. */
    TAKEN_BY_COLLEAGUE,
    /** Nobody has taken it, or somebody else has. */
    NOT_TAKEN_BY_YOU,
    /** Nobody decides on their own application. */
    OWN_APPLICATION,
    /** Nobody decides twice on one gate: this officer has decided on this very content here. */
    DECIDED_ALREADY,
    /** Nobody passes two gates: this officer has decided on the application for another bureau. */
    DECIDED_ELSEWHERE,
    /** A case goes to a colleague at the same bureau. */
    NOT_A_COLLEAGUE,
    /** It was submitted before keys were a part of applications: it is returned, so that it comes back with one. */
    KEY_MISSING,
    /** What was approved cannot happen any more: the seal ended meanwhile. */
    OVERTAKEN
}
