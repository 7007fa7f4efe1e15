package org.yinxin.application.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.application.ApplicationPart;
import org.yinxin.ledger.Recording;
import org.yinxin.shared.Bureau;

/**
 * One point on an application's time line.
 *
 * @param what names the message: {@code submitted}, {@code approved}, …
 * @param bureau who decided; absent for the applicant's own deeds
 * @param reason absent where none was given or none concerns the applicant
 * @param recording how far the ledger is with a decision
 */
record Milestone(
        String what,
        Instant at,
        @Nullable Bureau bureau,
        @Nullable String reason,
        List<ApplicationPart> parts,
        @Nullable Recording recording) {}
