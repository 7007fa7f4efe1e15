package org.yinxin.application;

import org.jspecify.annotations.Nullable;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.EnterpriseKind;
import org.yinxin.shared.Uscc;

/** The enterprise as an application states it, copied from the market register when it was submitted. */
public record EnterpriseDetails(
        Uscc uscc,
        String nameZh,
        @Nullable String nameEn,
        EnterpriseKind kind,
        String legalRepresentative,
        String address) {

    static EnterpriseDetails of(EnterpriseEntry entry) {
        return new EnterpriseDetails(
                entry.uscc(),
                entry.nameZh(),
                entry.nameEn(),
                entry.kind(),
                entry.legalRepresentative(),
                entry.address());
    }
}
