package org.yinxin.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Uscc;

/**
 * What the market register says of one enterprise today.
 *
 * @param legalRepresentativeIdDigest the keyed digest of the legal representative's identity number
 * @param validUntil the last day of a limited term of business; absent when the term is unlimited
 * @param division the six digits of the registering authority's administrative division (GB/T 2260)
 */
public record EnterpriseEntry(
        Uscc uscc,
        String nameZh,
        @Nullable String nameEn,
        EnterpriseKind kind,
        String legalRepresentative,
        Digest legalRepresentativeIdDigest,
        String address,
        EnterpriseStatus status,
        LocalDate establishedOn,
        @Nullable LocalDate validUntil,
        String division) {

    /** Whether the enterprise may ask for an e-seal: active, and its term of business has not run out. */
    public boolean isActiveOn(LocalDate day) {
        return status.isActive() && (validUntil == null || !day.isAfter(validUntil));
    }
}
