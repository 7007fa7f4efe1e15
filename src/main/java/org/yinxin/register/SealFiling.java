package org.yinxin.register;

import java.time.LocalDate;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/**
 * What the police's filing says of one physical seal today.
 *
 * @param imprintPresent whether the filing holds an image of the seal's imprint
 */
public record SealFiling(
        SealCode code, Uscc uscc, SealKind kind, FilingStatus status, LocalDate filedOn, boolean imprintPresent) {}
