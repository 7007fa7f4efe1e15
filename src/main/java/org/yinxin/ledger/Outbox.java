package org.yinxin.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as the writer sees it: what may go next, and what goes with which transaction. */
@Repository
class Outbox {

    private static final String SELECT = "select e.id, e.kind, e.payload, e.announced from ledger.entry e ";

    /** A step in a life waits for everything before it in its thread. */
    private static final String NEXT_LIFE = SELECT + """
            where e.status = 'WAITING' and e.party = :party and e.kind <> 'USE'
              and not exists (select 1 from ledger.entry b
                               where b.thread = e.thread and b.seq < e.seq and b.status in ('WAITING', 'SENT'))
            order by e.seq limit 1 for update of e""";

    /**
     * A use waits for the steps before it, not for other uses: those go before it in the same batch or nonce order. The
     * steps are few and looked at once; asked for each use, they cost more than the chain itself.
     */
    private static final String NEXT_USES = """
            with step as materialized (
              select thread, min(seq) as seq from ledger.entry
               where status in ('WAITING', 'SENT') and kind <> 'USE' group by thread)
            """ + SELECT + """
            left join step on step.thread = e.thread and step.seq < e.seq
            where e.status = 'WAITING' and e.party = :party and e.kind = 'USE' and step.thread is null
            order by e.seq limit :limit for update of e""";

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<Party> waiting() {
        return jdbc.sql("select distinct party from ledger.entry where status = 'WAITING'")
                .query((row, number) -> Party.valueOf(row.getString(1)))
                .set();
    }

    /** What the party's next transaction carries: one step in a life, or a batch of uses; empty when nothing may go. */
    List<LedgerEntry> next(Party party, GasBudget gas) {
        List<WaitingEntry> next = jdbc.sql(NEXT_LIFE)
                .param("party", party.name())
                .query(Outbox::row)
                .list();
        if (next.isEmpty()) {
            next = jdbc.sql(NEXT_USES)
                    .param("party", party.name())
                    .param("limit", gas.most())
                    .query(Outbox::row)
                    .list();
        }
        return gas.pack(next.stream().map(WaitingEntry::entry).toList());
    }

    void sentWith(long transactionId, List<LedgerEntry> entries) {
        jdbc.sql("update ledger.entry set status = 'SENT', transaction_id = :transaction where id in (:ids)")
                .param("transaction", transactionId)
                .param("ids", entries.stream().map(LedgerEntry::id).toList())
                .update();
    }

    /** The entries of a transaction that have not settled. */
    List<WaitingEntry> sentWith(long transactionId) {
        return jdbc.sql(SELECT + "where e.transaction_id = :transaction and e.status = 'SENT' order by e.seq")
                .param("transaction", transactionId)
                .query(Outbox::row)
                .list();
    }

    /** Entries that another of our transactions brought onto the chain go with that one, should the chain lose it. */
    void moveToWhereTheyStand(long transactionId) {
        jdbc.sql("""
                        update ledger.entry e set transaction_id = t.id
                          from ledger.receipt r join ledger.transaction t on t.hash = r.transaction_hash
                         where e.transaction_id = :transaction and e.status = 'RECORDED' and r.entry_id = e.id
                           and t.id <> e.transaction_id
                           and not exists (select 1 from ledger.receipt n where n.entry_id = e.id and n.id > r.id)""").param("transaction", transactionId).update();
    }

    /** The chain lost the transaction: its entries are on their way again. */
    int unsettle(long transactionId) {
        return jdbc.sql("""
                        update ledger.entry set status = 'SENT', settled_at = null, refusal = null
                         where transaction_id = :transaction and status in ('RECORDED', 'REFUSED')""").param("transaction", transactionId).update();
    }

    private static WaitingEntry row(ResultSet row, int number) throws SQLException {
        LedgerEntry entry = EntryPayload.read(EntryKind.valueOf(row.getString("kind")), row.getString("payload"));
        return new WaitingEntry(entry, row.getBoolean("announced"));
    }
}
