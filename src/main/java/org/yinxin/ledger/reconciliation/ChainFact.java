package org.yinxin.ledger.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.MinedTransaction;
import org.yinxin.ledger.MinedTransaction.Fact;
import org.yinxin.ledger.MinedTransaction.Meaning;
import org.yinxin.shared.Digest;

/**
 * What the contract said of one entry, and in which transaction; {@code EntryRepeated} is no fact of its own.
 *
 * @param told what our outbox says of the entry, as far as it can be read; absent until the outbox has been asked
 */
public record ChainFact(
        Fact fact, MinedTransaction transaction, @Nullable LedgerEntry told) {

    static List<ChainFact> of(List<MinedTransaction> transactions) {
        return transactions.stream().flatMap(each -> of(each).stream()).toList();
    }

    static List<ChainFact> of(MinedTransaction transaction) {
        return transaction.facts().stream()
                .filter(fact -> fact.meaning() != Meaning.REPEATED)
                .map(fact -> new ChainFact(fact, transaction, null))
                .toList();
    }

    ChainFact told(@Nullable LedgerEntry entry) {
        return new ChainFact(fact, transaction, entry);
    }

    public UUID entry() {
        return fact.entry();
    }

    public boolean recorded() {
        return fact.meaning() == Meaning.RECORDED;
    }

    public String event() {
        return fact.event();
    }

    public Map<String, String> fields() {
        return fact.fields();
    }

    public long block() {
        return transaction.blockNumber();
    }

    /** A digest among the event's fields; absent where the event has none of this name. */
    public @Nullable Digest digest(String field) {
        String hex = fact.fields().get(field);
        return hex == null ? null : Digest.fromHex(hex);
    }

    /** The number in the use book; absent for what has none. */
    public @Nullable Long number() {
        String number = fact.fields().get("number");
        return number == null ? null : Long.valueOf(number);
    }

    public Finding.Subject subject() {
        return new Finding.Subject(entry(), digest("seal"), digest("use"), number(), block());
    }
}
