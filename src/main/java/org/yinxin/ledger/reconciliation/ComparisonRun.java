package org.yinxin.ledger.reconciliation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.MinedTransaction;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.shared.Digest;

/** Compares in bounded parts of the chain, each first with the ledger's own rows and then with the other books. */
@Component
class ComparisonRun {

    /** As many facts as one question to the database may name. */
    private static final int FACTS = 2_000;

    /** Findings in more places than these are looked for again only by a complete comparison. */
    private static final int PLACES = 500;

    private final ChainReader chain;
    private final LedgerBook ledger;
    private final List<ComparedBook> books;
    private final FindingRows rows;
    private final ReconciliationSettings settings;

    ComparisonRun(
            ChainReader chain,
            LedgerBook ledger,
            List<ComparedBook> books,
            FindingRows rows,
            ReconciliationSettings settings) {
        this.chain = chain;
        this.ledger = ledger;
        this.books = books;
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * What was compared.
     *
     * @param next the block with which the next comparison begins
     */
    record Result(Findings findings, boolean complete, long next) {}

    /** Tells how far a comparison has come. */
    interface Progress {
        void at(long from, long to, long block);
    }

    /**
     * @param since the first block that has not been compared yet
     * @throws NotComparedException when too few nodes say the same
     */
    Result run(boolean complete, long since, Progress progress) {
        long to = chain.height().orElseThrow(() -> new NotComparedException("Too few of the parties' nodes answer"));
        Set<Long> places = rows.openBlocks();
        boolean everything = complete || since > to + 1 || places.size() > PLACES;
        long from = everything ? 0 : since;
        Pass pass = new Pass(everything);
        pass.range(from, to, block -> progress.at(from, to, block));
        if (!everything) {
            places.stream().filter(block -> block >= 0 && block < from).forEach(block -> pass.part(block, block));
        }
        if (everything || rows.anyOpenWithoutBlock() || places.stream().anyMatch(block -> block < 0 || block > to)) {
            ledger.compareRest(to, pass.findings);
            books.forEach(book -> Unreadable.guardEveryRow(book, pass.findings));
            pass.compareHeads();
        }
        return new Result(pass.findings, everything, Math.min(pass.unsettledFrom, to + 1));
    }

    /** One way through the chain. */
    private final class Pass {

        private final Findings findings = new Findings();
        private final BookChains chains = new BookChains();
        private final Set<Digest> seals = new HashSet<>();
        private final boolean everything;
        private long unsettledFrom = Long.MAX_VALUE;

        private Pass(boolean everything) {
            this.everything = everything;
        }

        /** Asks for fewer blocks at once where the nodes do not answer for many. */
        private void range(long from, long to, LongConsumer progress) {
            long next = from;
            int blocks = settings.blocks();
            progress.accept(from);
            while (next <= to) {
                long end = Math.min(to, next + blocks - 1);
                try {
                    part(next, end);
                    next = end + 1;
                    blocks = Math.min(settings.blocks(), blocks * 2);
                    progress.accept(end);
                } catch (NotComparedException e) {
                    if (end == next) {
                        throw e;
                    }
                    blocks = (int) Math.max(1, (end - next + 1) / 2);
                }
            }
        }

        private void part(long from, long to) {
            List<ChainFact> facts = facts(from, to);
            LedgerBook.Part part = ledger.compare(from, to, facts, findings);
            if (part.unsettledFrom() != null) {
                unsettledFrom = Math.min(unsettledFrom, part.unsettledFrom());
            }
            for (int at = 0; at < part.settled().size(); at += FACTS) {
                List<ChainFact> some =
                        part.settled().subList(at, Math.min(part.settled().size(), at + FACTS));
                books.forEach(book -> Unreadable.guard(book, some, findings));
            }
            if (everything) {
                chains.follow(facts, findings);
                facts.stream().map(fact -> fact.digest("seal")).forEach(seals::add);
            }
        }

        private List<ChainFact> facts(long from, long to) {
            ChainAnswer<List<MinedTransaction>> answer = Heard.of(chain.between(from, to));
            return answer instanceof ChainAnswer.Known<List<MinedTransaction>> known
                    ? ChainFact.of(known.value())
                    : new ArrayList<>();
        }

        private void compareHeads() {
            for (Digest seal : seals) {
                if (seal != null && Heard.of(chain.seal(seal)) instanceof ChainAnswer.Known<SealOnChain> known) {
                    chains.compare(seal, known.value(), findings);
                }
            }
        }
    }
}
