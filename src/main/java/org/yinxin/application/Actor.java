package org.yinxin.application;

/** Who may take an edge of the transition table. */
public enum Actor {
    /** The person who applies, as the enterprise's legal representative. */
    APPLICANT,
    /** An officer of any of the three bureaus, for that bureau's gate. */
    ANY_BUREAU,
    /** An officer of the data administration alone. */
    DATA_ADMINISTRATION
}
