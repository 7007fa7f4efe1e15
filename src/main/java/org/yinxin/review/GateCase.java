package org.yinxin.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.application.Purpose;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Reference;
import org.yinxin.shared.Uscc;

/** One application at one bureau's gate. */
public record GateCase(
        UUID applicationId,
        Bureau bureau,
        int round,
        CaseState state,
        Reference reference,
        Purpose purpose,
        UUID applicantId,
        Uscc uscc,
        String enterpriseNameZh,
        @Nullable String enterpriseNameEn,
        @Nullable UUID assignee,
        Instant openedAt,
        LocalDate dueOn,
        @Nullable Instant closedAt) {

    public boolean open() {
        return state == CaseState.OPEN;
    }

    public boolean overdueOn(LocalDate today) {
        return open() && today.isAfter(dueOn);
    }
}
