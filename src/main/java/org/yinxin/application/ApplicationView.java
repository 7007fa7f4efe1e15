package org.yinxin.application;

import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/**
 * An application as it stands: what its applicant is filling in, what was submitted and what was decided.
 *
 * @param seal whose key shall be replaced, where that is the purpose
 * @param reason why the key shall be replaced
 * @param keyId the key that the applicant chose among their own
 */
public record ApplicationView(
        UUID id,
        Reference reference,
        Purpose purpose,
        UUID applicantId,
        ApplicationStatus status,
        int round,
        @Nullable Uscc uscc,
        @Nullable String enterpriseNameZh,
        @Nullable String enterpriseNameEn,
        @Nullable SealCode physicalSeal,
        SealKind kind,
        ImprintSource imprintSource,
        @Nullable Digest imprint,
        Period validity,
        @Nullable SealNumber seal,
        @Nullable String reason,
        @Nullable UUID fileId,
        @Nullable UUID keyId,
        @Nullable String declaration,
        Set<ApplicationPart> missing,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant endedAt,
        List<SubmissionView> submissions,
        List<DecisionView> decisions) {

    /** The submission the bureaus look at, or looked at last; empty for a draft. */
    public Optional<SubmissionView> submission() {
        return submissions.isEmpty() ? Optional.empty() : Optional.of(submissions.getLast());
    }

    ApplicationSummary summary() {
        return new ApplicationSummary(
                reference, purpose, enterpriseNameZh, enterpriseNameEn, status.publicStatus(), changedAt);
    }

    /** Where the bureau's gate stands; empty for a draft. */
    public Optional<GateState> gate(Bureau bureau) {
        return submission().map(now -> Gates.state(bureau, now.round(), now.contentDigest(), decisions));
    }

    /** The return that waits for the applicant's correction, with what was asked. */
    public Optional<DecisionView> returned() {
        return status == ApplicationStatus.RETURNED ? lastOf(Outcome.RETURNED, decisions) : Optional.empty();
    }

    /** The refusal that ended the application. */
    public Optional<DecisionView> refused() {
        return lastOf(Outcome.REFUSED, decisions);
    }

    private static Optional<DecisionView> lastOf(Outcome outcome, Collection<DecisionView> decisions) {
        return decisions.stream()
                .filter(decision -> decision.outcome() == outcome)
                .reduce((earlier, later) -> later);
    }
}
