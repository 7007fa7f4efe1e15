package org.yinxin.application;

import java.util.Collection;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.enterprise.Bindings;
import org.yinxin.register.MarketRegister;
import org.yinxin.register.SealFilings;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** Asks the registers and the books, at this moment, what an application rests on. */
@Component
@Transactional(readOnly = true)
public class Standings {

    private static final Collection<ApplicationStatus> OPEN = EnumSet.of(
            ApplicationStatus.SUBMITTED,
            ApplicationStatus.IN_REVIEW,
            ApplicationStatus.RETURNED,
            ApplicationStatus.RESUBMITTED);

    private final Bindings bindings;
    private final MarketRegister register;
    private final SealFilings filings;
    private final SealApplications applications;
    private final SealsInForce seals;
    private final WorkingCalendar calendar;

    Standings(
            Bindings bindings,
            MarketRegister register,
            SealFilings filings,
            SealApplications applications,
            SealsInForce seals,
            WorkingCalendar calendar) {
        this.bindings = bindings;
        this.register = register;
        this.filings = filings;
        this.applications = applications;
        this.seals = seals;
        this.calendar = calendar;
    }

    /**
     * @param application the application that asks, which is not in its own way
     * @param physicalSeal absent while none is chosen
     */
    public Standing of(UUID application, UUID person, Uscc uscc, SealKind kind, @Nullable SealCode physicalSeal) {
        return new Standing(
                uscc,
                kind,
                calendar.today(),
                bindings.isLegalRepresentative(person, uscc),
                register.find(uscc).orElse(null),
                physicalSeal == null ? null : filings.find(physicalSeal).orElse(null),
                seals.ofEnterprise(uscc, kind),
                applications.openForEnterprise(uscc.value(), application, OPEN),
                physicalSeal != null && seals.ofPhysicalSeal(physicalSeal),
                physicalSeal != null && applications.openForPhysicalSeal(physicalSeal.value(), application, OPEN));
    }
}
