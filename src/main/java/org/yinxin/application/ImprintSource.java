package org.yinxin.application;

/** Where the e-seal's imprint shall come from. */
public enum ImprintSource {
    /** Drawn anew, to the standard's measures, from the kind, name and code in the filing. */
    DRAWN_FROM_FILING
}
