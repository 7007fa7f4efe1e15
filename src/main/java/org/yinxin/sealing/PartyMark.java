package org.yinxin.sealing;

import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;

/** A word that a bureau or the court said for itself, and of which use. */
public record PartyMark(UseCode code, SealNumber seal, MarkView mark) {}
