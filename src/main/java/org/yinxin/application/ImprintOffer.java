package org.yinxin.application;

import org.yinxin.imprint.Imprint;
import org.yinxin.imprint.ScanRefusal;

/** What the picture in the filing is good for. */
public sealed interface ImprintOffer {

    /** The filing holds no picture. */
    record None() implements ImprintOffer {}

    /** The picture cannot become an imprint. */
    record Refused(ScanRefusal refusal) implements ImprintOffer {}

    /** The imprint that the picture becomes. */
    record Cleaned(Imprint imprint) implements ImprintOffer {}
}
