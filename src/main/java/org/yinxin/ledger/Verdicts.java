package org.yinxin.ledger;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.yinxin.ledger.MinedTransaction.Fact;

/** Reads out of a mined transaction what became of each of its entries. */
final class Verdicts {

    private final ChainNode node;
    private final Deployment deployment;
    private final Transactions transactions;

    Verdicts(ChainNode node, Deployment deployment, Transactions transactions) {
        this.node = node;
        this.deployment = deployment;
        this.transactions = transactions;
    }

    List<Verdict> of(StoredTransaction transaction, MinedTransaction mined, List<WaitingEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        if (!mined.succeeded()) {
            String reason = node.revertReason(deployment.contract(), transactions.raw(transaction));
            return entries.stream()
                    .map(entry -> Verdict.refused(entry, reason, null))
                    .toList();
        }
        return entries.stream().map(entry -> of(transaction, mined, entry)).toList();
    }

    private Verdict of(StoredTransaction transaction, MinedTransaction mined, WaitingEntry waiting) {
        Optional<MinedTransaction.Fact> found = fact(mined, waiting.entry().id());
        if (found.isEmpty()) {
            return Verdict.unheard(waiting);
        }
        MinedTransaction.Fact fact = found.get();
        return switch (fact.meaning()) {
            case RECORDED -> Verdict.recorded(waiting, receipt(transaction, mined, fact));
            case REFUSED -> Verdict.refused(waiting, fact.refusal(), receipt(transaction, mined, fact));
            case REPEATED -> recordedBefore(transaction, waiting);
        };
    }

    /** The entry's own event, wherever it stands; unheard when there is none. */
    Verdict recordedBefore(StoredTransaction transaction, WaitingEntry waiting) {
        LedgerEntry entry = waiting.entry();
        Predicate<Fact> own = fact -> EntryEvents.areOf(entry.kind(), entry.sender(), fact);
        return node.find(deployment.contract(), entry.id(), own)
                .flatMap(mined -> fact(mined, entry.id())
                        .filter(own)
                        .map(fact -> Verdict.recorded(waiting, receipt(transaction, mined, fact))))
                .orElseGet(() -> Verdict.unheard(waiting));
    }

    private static Optional<MinedTransaction.Fact> fact(MinedTransaction mined, UUID entry) {
        return mined.facts().stream().filter(fact -> fact.entry().equals(entry)).findFirst();
    }

    private Receipt receipt(StoredTransaction transaction, MinedTransaction mined, MinedTransaction.Fact fact) {
        return new Receipt(
                deployment.chainId(),
                hex(deployment.contract()),
                transaction.party(),
                hex(transaction.account()),
                mined.hash(),
                mined.blockHash(),
                mined.blockNumber(),
                mined.blockTime(),
                fact.logIndex(),
                mined.gasUsed(),
                fact.event(),
                fact.fields());
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
