package org.yinxin.verification;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Quorum;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.ledger.reconciliation.RecordFindings;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.sealing.MarkView;
import org.yinxin.sealing.UseMarks;
import org.yinxin.sealing.UseStatus;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.Uses;
import org.yinxin.shared.UseCode;

/** Answers what a use code on paper stands for, from our books and from the authorities' nodes. */
@Service
public class UseReports {

    private final Uses uses;
    private final UseMarks marks;
    private final UseStandings standings;
    private final Seals seals;
    private final SealReports reports;
    private final Ledger ledger;
    private final ChainReader chain;
    private final RecordFindings findings;
    private final Clock clock;

    UseReports(
            Uses uses,
            UseMarks marks,
            UseStandings standings,
            Seals seals,
            SealReports reports,
            Ledger ledger,
            ChainReader chain,
            RecordFindings findings,
            Clock clock) {
        this.uses = uses;
        this.marks = marks;
        this.standings = standings;
        this.seals = seals;
        this.reports = reports;
        this.ledger = ledger;
        this.chain = chain;
        this.findings = findings;
        this.clock = clock;
    }

    /** Empty when neither our books nor the chain know a use that was sealed under this code. */
    public Optional<UseReport> of(UseCode code) {
        @Nullable UseView row = uses.find(code).filter(UseReports::sealed).orElse(null);
        ChainAnswer<UseOnChain> answer = chain.use(code.onChain());
        boolean heard = Quorum.reached(answer.nodes());
        @Nullable
        UseOnChain held = heard && answer instanceof ChainAnswer.Known<UseOnChain> known ? known.value() : null;
        UseStanding standing = standings.of(code);
        return seal(row, held)
                .map(seal -> new UseReport(
                        code,
                        standing.matches()
                                ? judge(code, row, seal, answer, held, heard)
                                : UseAnswer.RECORD_DOES_NOT_MATCH,
                        seal,
                        held != null ? Long.valueOf(held.number()) : row == null ? null : row.number(),
                        held != null ? held.blockTime() : row == null ? null : row.recordedAt(),
                        held,
                        recording(row, held),
                        standing,
                        marks.of(code).stream()
                                .filter(mark -> mark.status() != MarkView.Status.REFUSED)
                                .toList(),
                        answer.nodes(),
                        chain.embedded(),
                        reports.of(seal.number()).map(SealReport::answer).orElse(SealAnswer.COULD_NOT_BE_CHECKED),
                        clock.instant()));
    }

    /** A document may be out; anything earlier, or refused, never left the house. */
    private static boolean sealed(UseView use) {
        return use.status() == UseStatus.SEALED || use.status().isDownloadable();
    }

    private Optional<SealView> seal(@Nullable UseView row, @Nullable UseOnChain held) {
        if (held != null) {
            return seals.findOnChain(held.seal());
        }
        return row == null ? Optional.empty() : seals.find(row.seal());
    }

    private UseAnswer judge(
            UseCode code,
            @Nullable UseView row,
            SealView seal,
            ChainAnswer<UseOnChain> answer,
            @Nullable UseOnChain held,
            boolean heard) {
        if (!heard || answer instanceof ChainAnswer.Unreachable) {
            return UseAnswer.COULD_NOT_BE_CHECKED;
        }
        if (held != null) {
            boolean found = findings.concernUse(code.onChain());
            return row != null && !found && matches(row, seal, held)
                    ? UseAnswer.RECORDED
                    : UseAnswer.RECORD_DOES_NOT_MATCH;
        }
        return underWay(row) ? UseAnswer.BEING_RECORDED : UseAnswer.RECORD_DOES_NOT_MATCH;
    }

    private static boolean matches(UseView row, SealView seal, UseOnChain held) {
        boolean sameSeal = row.seal().equals(seal.number());
        boolean sameNumber = row.number() == null ? !row.status().isDownloadable() : row.number() == held.number();
        return sameSeal && sameNumber && held.entryId().equals(row.entryId());
    }

    private boolean underWay(@Nullable UseView row) {
        UUID entry = row == null ? null : row.entryId();
        return entry != null
                && ledger.recording(entry)
                        .filter(found ->
                                found.status() == Recording.Status.WAITING || found.status() == Recording.Status.SENT)
                        .isPresent();
    }

    private @Nullable Recording recording(@Nullable UseView row, @Nullable UseOnChain held) {
        UUID entry = held != null ? held.entryId() : row == null ? null : row.entryId();
        return entry == null ? null : ledger.recording(entry).orElse(null);
    }
}
