package org.yinxin.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.yinxin.shared.Digest;
import org.yinxin.shared.NationalId;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** Register entries for tests; every call makes another enterprise, seal and person. */
public final class RegisterFixtures {

    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 400_000_000));

    private RegisterFixtures() {}

    public static Uscc uscc() {
        return Uscc.complete("91330106" + "%09d".formatted(NEXT.incrementAndGet()));
    }

    public static SealCode sealCode() {
        return new SealCode("330106" + "%07d".formatted(NEXT.incrementAndGet() % 10_000_000));
    }

    public static NationalId nationalId() {
        int serial = NEXT.incrementAndGet();
        return NationalId.complete("9901%02d19800101%03d".formatted(serial / 1000 % 100, serial % 1000));
    }

    public static Digest digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static EnterpriseEntry enterprise(Uscc uscc) {
        return enterprise(uscc, "沈知远", digest("沈知远"));
    }

    public static EnterpriseEntry enterprise(Uscc uscc, String legalRepresentative, Digest identity) {
        return new EnterpriseEntry(
                uscc,
                "杭州试验" + uscc.value() + "有限公司",
                "Hangzhou Trial " + uscc.value() + " Co., Ltd.",
                EnterpriseKind.LIMITED_COMPANY,
                legalRepresentative,
                identity,
                "杭州市西湖区文三路 100 号",
                EnterpriseStatus.ACTIVE,
                LocalDate.of(2015, 3, 8),
                null,
                "330106");
    }

    public static EnterpriseEntry inState(EnterpriseEntry entry, EnterpriseStatus status) {
        return new EnterpriseEntry(
                entry.uscc(),
                entry.nameZh(),
                entry.nameEn(),
                entry.kind(),
                entry.legalRepresentative(),
                entry.legalRepresentativeIdDigest(),
                entry.address(),
                status,
                entry.establishedOn(),
                entry.validUntil(),
                entry.division());
    }

    public static EnterpriseRow row(EnterpriseEntry entry) {
        return new EnterpriseRow(entry, null);
    }

    public static FilingRow filing(SealCode code, Uscc uscc) {
        return new FilingRow(code, uscc, SealKind.STATUTORY_NAME, FilingStatus.IN_USE, LocalDate.of(2016, 1, 4));
    }
}
