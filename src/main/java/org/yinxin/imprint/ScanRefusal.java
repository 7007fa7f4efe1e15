package org.yinxin.imprint;

/** Why a scan cannot become an imprint. */
public enum ScanRefusal {
    EMPTY,
    TOO_LARGE,
    NOT_A_PICTURE,
    SEVERAL_FRAMES,
    TOO_SMALL,
    NO_RED_INK,
    CUT_OFF,
    SEVERAL_IMPRINTS,
    WRONG_FORM
}
