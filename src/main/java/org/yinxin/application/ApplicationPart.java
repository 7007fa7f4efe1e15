package org.yinxin.application;

/** The parts of an application, one page each, that a bureau may ask to have corrected; {@link Purpose} says which. */
public enum ApplicationPart {
    ENTERPRISE,
    PHYSICAL_SEAL,
    REASON,
    SUPPORTING_FILE,
    KEY,
    DECLARATION
}
