package org.yinxin.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.reconciliation.RecordFindings;
import org.yinxin.seal.SealEvent;
import org.yinxin.seal.SealStep;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.shared.SealNumber;

/** Answers whether a seal is good now, from our books and from the authorities' nodes, asked in this very moment. */
@Service
public class SealReports {

    private final Seals seals;
    private final Ledger ledger;
    private final ChainReader chain;
    private final RecordFindings findings;
    private final Clock clock;

    SealReports(Seals seals, Ledger ledger, ChainReader chain, RecordFindings findings, Clock clock) {
        this.seals = seals;
        this.ledger = ledger;
        this.chain = chain;
        this.findings = findings;
        this.clock = clock;
    }

    /** The newest version under this number; empty when no seal ever had it. */
    public Optional<SealReport> of(SealNumber number) {
        return look(number).map(first -> {
            // A step that the chain took between our two questions is no difference: look again before saying so.
            boolean parted = first.answer() == SealAnswer.RECORD_DOES_NOT_MATCH;
            return parted ? look(number).orElse(first) : first;
        });
    }

    private Optional<SealReport> look(SealNumber number) {
        return seals.find(number).map(row -> report(record(row), seals.history(number)));
    }

    private SealRecord record(SealView row) {
        return new SealRecord(
                row,
                seals.sealFile(row.number()).orElseGet(() -> new byte[0]),
                seals.imprintPng(row.number()).orElseGet(() -> new byte[0]));
    }

    private SealReport report(SealRecord books, List<SealEvent> events) {
        SealView row = books.row();
        ChainAnswer<SealOnChain> answer = chain.seal(row.onChainId());
        Instant now = clock.instant();
        boolean refused = events.stream().anyMatch(event -> event.what() == SealStep.REFUSE_ISSUE);
        SealJudgement judgement = SealJudgement.of(books, answer, underWay(row), refused, now)
                .weighed(findings.concernSeal(row.onChainId()));
        return new SealReport(
                row,
                judgement.answer(),
                SealChecks.of(judgement),
                answer instanceof ChainAnswer.Known<SealOnChain> known ? known.value() : null,
                answer.nodes(),
                chain.embedded(),
                judgement.differences(),
                history(events),
                now);
    }

    private boolean underWay(SealView row) {
        UUID pending = row.pendingEntryId();
        return pending != null
                && ledger.recording(pending)
                        .filter(entry ->
                                entry.status() == Recording.Status.WAITING || entry.status() == Recording.Status.SENT)
                        .isPresent();
    }

    private List<HistoryItem> history(List<SealEvent> events) {
        Map<UUID, Recording> recordings = ledger.recordings(
                events.stream().map(SealEvent::entryId).filter(Objects::nonNull).toList());
        List<HistoryItem> items = new ArrayList<>();
        for (SealEvent event : events.reversed()) {
            UUID entry = event.entryId();
            items.add(HistoryItem.of(event, entry == null ? null : recordings.get(entry)));
        }
        return List.copyOf(items);
    }
}
