package org.yinxin.seal;

import java.time.Instant;
import java.time.Period;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/**
 * Whose seal is made, for which physical seal, for how long: alike for a first version and the ones that follow it.
 *
 * @param at when the period begins
 */
record SealDesign(
        Uscc uscc, String enterpriseName, SealCode physicalSeal, SealKind kind, Period validity, Instant at) {}
