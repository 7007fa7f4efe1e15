package org.yinxin.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what went wrong with the chain and how it was mended, for those who oversee it. */
@Repository
class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    private static final Duration A_DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Incidents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What happened. */
    enum Kind {
        /** A transaction that stood in a block stands in none any more. */
        TRANSACTION_LOST,
        /** Another transaction took the nonce. */
        NONCE_TAKEN,
        /** Nothing of ours can fill the gap before a nonce. */
        NONCE_GAP,
        /** The node does not take a transaction. */
        TRANSACTION_REJECTED,
        /** A node says that a transaction asks for too much gas; its entries go in smaller ones. */
        TOO_MUCH_GAS,
        /** The contract reverted a batch as a whole; its entries go again one by one. */
        BATCH_REVERTED,
        /** A transaction stands in no block for so long that it went to every node again. */
        TRANSACTION_STUCK,
        /** Entries wait for the chain longer than they should. */
        ENTRIES_WAIT,
        /** Entries go to the chain in time again. */
        ENTRIES_FLOW,
        /** The application did not take in what the chain said of an entry; it is tried again. */
        ANSWER_NOT_TAKEN,
        /** A block holds a transaction but no word on one of its entries. */
        ENTRY_UNHEARD,
        /** A node is silent, slow, behind, or speaks for another chain. */
        NODE_TROUBLE,
        /** A node does as it should again. */
        NODE_BACK,
        /** A party's signer gives no signature, or none that can be used. */
        SIGNER_TROUBLE,
        /** It signs again. */
        SIGNER_BACK,
        /** The contract that the settings name is not the one that this software would deploy, or not the books' one. */
        CONTRACT_REFUSED,
        /** The chain lacks what the contract needs, or wants to be paid. */
        CHAIN_UNFIT
    }

    List<Incident> latest(int count) {
        return jdbc.sql("select at, kind, detail from ledger.incident order by id desc limit :count")
                .param("count", count)
                .query((row, number) -> new Incident(
                        row.getTimestamp("at").toInstant(), row.getString("kind"), row.getString("detail")))
                .list();
    }

    /** Reports what is seen again and again, by one instance or several, once a day. */
    void reportOnce(Kind kind, String detail) {
        boolean known = jdbc.sql("""
                        select exists (select 1 from ledger.incident
                                        where kind = :kind and detail = :detail and at > :since)""")
                .param("kind", kind.name())
                .param("detail", detail)
                .param("since", Timestamp.from(clock.instant().minus(A_DAY)))
                .query(Boolean.class)
                .single();
        if (!known) {
            report(kind, detail);
        }
    }

    void report(Kind kind, String detail) {
        LOG.warn("{}: {}", kind, detail);
        jdbc.sql("insert into ledger.incident (at, kind, detail) values (:at, :kind, :detail)")
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind.name())
                .param("detail", detail)
                .update();
    }
}
