package org.yinxin.register;

import java.time.LocalDate;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** A filing of a physical seal as it goes into the register; its imprint is handed in by itself. */
public record FilingRow(SealCode code, Uscc uscc, SealKind kind, FilingStatus status, LocalDate filedOn) {}
