package org.yinxin.application;

/** Where the e-seal's imprint shall come from. */
public enum ImprintSource {
    /** Drawn anew, to the standard's measures, from the kind, name and code in the filing. */
    DRAWN_FROM_FILING,
    /** The picture in the police's filing, cleaned. */
    AS_FILED,
    /** A scan of the physical seal's imprint that the applicant handed in, cleaned. */
    SCANNED
}
