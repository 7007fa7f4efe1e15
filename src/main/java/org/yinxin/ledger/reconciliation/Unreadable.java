package org.yinxin.ledger.reconciliation;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/** Rows into which somebody wrote what no such row can hold are findings, and keep no other row from being compared. */
final class Unreadable {

    private static final Logger LOG = LoggerFactory.getLogger(Unreadable.class);

    private Unreadable() {}

    /** Where the rows of some facts cannot be read, each fact's rows are looked at alone. */
    static void guard(ComparedBook book, List<ChainFact> facts, Findings findings) {
        Findings seen = new Findings();
        if (readable(() -> book.compare(facts, seen))) {
            seen.all().forEach(findings::add);
        } else if (facts.size() > 1) {
            facts.forEach(fact -> guard(book, List.of(fact), findings));
        } else {
            facts.forEach(fact -> new RowCheck(name(book), fact.entry(), fact.subject())
                    .note("row", fact.event(), "?")
                    .as(FindingKind.UNREADABLE, findings));
        }
    }

    static void guardEveryRow(ComparedBook book, Findings findings) {
        if (!readable(() -> book.compareEveryRow(findings))) {
            new RowCheck(name(book), "*", new Finding.Subject(null, null, null, null, null))
                    .note("row", "", "?")
                    .as(FindingKind.UNREADABLE, findings);
        }
    }

    /** A database that does not answer throws something else, and ends the comparison. */
    private static boolean readable(Runnable comparing) {
        try {
            comparing.run();
            return true;
        } catch (IllegalArgumentException
                | NullPointerException
                | IndexOutOfBoundsException
                | InvalidDataAccessApiUsageException e) {
            LOG.error("A row cannot be read for comparing it with the chain", e);
            return false;
        }
    }

    private static String name(ComparedBook book) {
        String[] parts = book.getClass().getPackageName().split("\\.");
        return parts[parts.length - 1] + "." + book.getClass().getSimpleName();
    }
}
