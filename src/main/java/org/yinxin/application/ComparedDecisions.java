package org.yinxin.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.application.ComparedDecisionRows.Decided;
import org.yinxin.application.ComparedDecisionRows.Row;
import org.yinxin.application.ComparedDecisionRows.Submitted;
import org.yinxin.ledger.BookedEntries;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.RowCheck;
import org.yinxin.shared.Digest;

/**
 * Compares decisions, and what was submitted, with the contract's events: the approved digest is computed anew from the
 * submission's columns, its salts and files.
 */
@Component
class ComparedDecisions implements ComparedBook {

    private static final String DECISION = Finding.table("application", "decision");
    private static final String APPLICATION = Finding.table("application", "seal_application");
    private static final String SUBMISSION = Finding.table("application", "submission");
    private static final String SALT = Finding.table("application", "commitment_salt");
    private static final int AT_ONCE = 1_000;

    private final ComparedDecisionRows rows;
    private final CommitmentOpenings openings;
    private final BookedEntries entries;

    ComparedDecisions(ComparedDecisionRows rows, CommitmentOpenings openings, BookedEntries entries) {
        this.rows = rows;
        this.openings = openings;
        this.entries = entries;
    }

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        List<ChainFact> decisions = facts.stream()
                .filter(fact -> fact.recorded() && fact.event().equals("ApplicationDecided"))
                .toList();
        Map<UUID, Row> told = new HashMap<>();
        rows.of(decisions.stream().map(ChainFact::entry).toList()).forEach(row -> told.put(row.decision(), row));
        for (ChainFact fact : decisions) {
            Row row = told.get(fact.entry());
            RowCheck check = new RowCheck(DECISION, fact.entry(), fact.subject());
            if (row == null) {
                check.missing(findings, "outcome", fact.fields().get("outcome"));
            } else {
                decision(row, fact, check);
                check.changed(findings);
                application(row.application(), fact, findings);
                submission(row, fact, findings);
            }
        }
    }

    private static void decision(Row row, ChainFact fact, RowCheck check) {
        Decided application = row.application();
        check.note("bureau", fact.fields().get("bureau"), row.bureau())
                .note("outcome", fact.fields().get("outcome"), row.outcome())
                .note("reason", fact.digest("reason"), row.reason());
        if (application != null) {
            check.note("application_id", fact.digest("application"), application.onChain());
        }
        if (row.submission() != null) {
            check.note("content_digest", row.submission().contentDigest(), row.decided());
        }
    }

    private static void application(@Nullable Decided row, ChainFact fact, Findings findings) {
        Digest onChain = Objects.requireNonNull(fact.digest("application"));
        RowCheck check = new RowCheck(APPLICATION, onChain.hex(), fact.subject());
        if (row == null) {
            check.missing(findings, "on_chain_id", onChain);
        } else {
            check.note("on_chain_id", onChain, row.onChain())
                    .note("status", row.standing(), row.status())
                    .changed(findings);
        }
    }

    private void submission(Row row, ChainFact fact, Findings findings) {
        Submitted submission = row.submission();
        if (row.application() == null) {
            return;
        }
        if (submission == null) {
            new RowCheck(SUBMISSION, fact.entry(), fact.subject()).missing(findings, "content_digest", row.decided());
            return;
        }
        RowCheck check = new RowCheck(SUBMISSION, submission.id(), fact.subject())
                .note("digest", fact.digest("digest"), submission.committed())
                .note("content", submission.contentDigest(), submission.kept())
                .note("columns", true, submission.rebuiltSame());
        opened(CommitmentOpenings.enterprise(submission.uscc(), submission.sealKind()), fact, findings)
                .noteIn(check, "enterprise_commitment", submission.enterprise());
        opened(CommitmentOpenings.physicalSeal(submission.sealCode()), fact, findings)
                .noteIn(check, "physical_seal_commitment", submission.physicalSeal());
        submission.files().forEach(name -> check.note(name, "sha256", "?"));
        check.changed(findings);
    }

    /** What a salt that is kept makes of a subject; nothing where it is gone, which is a finding of its own. */
    private record Opened(@Nullable Digest digest) {

        void noteIn(RowCheck check, String column, Digest found) {
            if (digest != null) {
                check.note(column, digest, found);
            }
        }
    }

    private Opened opened(String subject, ChainFact fact, Findings findings) {
        Digest digest = openings.of(subject).orElse(null);
        if (digest == null) {
            new RowCheck(SALT, subject, fact.subject()).missing(findings, "salt", subject);
        }
        return new Opened(digest);
    }

    @Override
    public void compareEveryRow(Findings findings) {
        List<UUID> some = rows.after(null, AT_ONCE);
        while (!some.isEmpty()) {
            Map<UUID, Recording.Status> known = entries.statuses(some);
            some.stream()
                    .filter(decision -> !known.containsKey(decision))
                    .forEach(decision -> check(DECISION, decision).inserted(findings, "id", decision));
            some = rows.after(some.getLast(), AT_ONCE);
        }
        rows.endedByNobody()
                .forEach(application ->
                        check(APPLICATION, application.hex()).inserted(findings, "on_chain_id", application));
        rows.submissionsOfNoRound()
                .forEach(submission -> check(SUBMISSION, submission).inserted(findings, "id", submission));
    }

    private static RowCheck check(String table, Object row) {
        return new RowCheck(table, row, new Finding.Subject(null, null, null, null, null));
    }
}
