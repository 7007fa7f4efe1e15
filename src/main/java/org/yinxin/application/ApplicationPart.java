package org.yinxin.application;

/** The parts of an application, one page each, that a bureau may ask to have corrected. */
public enum ApplicationPart {
    ENTERPRISE,
    PHYSICAL_SEAL,
    SUPPORTING_FILE,
    DECLARATION
}
