package org.yinxin.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Stores verdicts with their receipts, and tells the application of each entry once. */
@Repository
class Settlements {

    private static final String SETTLE = """
            update ledger.entry set status = :status, refusal = :refusal, settled_at = :now, announced = true
             where id = :id""";

    private static final String WAIT_AGAIN =
            "update ledger.entry set status = 'WAITING', transaction_id = null where id = :id";

    private static final String ADD_RECEIPT = """
            insert into ledger.receipt (entry_id, chain_id, contract, party, account, transaction_hash, block_hash,
              block_number, block_time, log_index, gas_used, event, fields, stored_at)
            values (:id, :chain, :contract, :party, :account, :transaction, :block, :number, :time, :index, :gas,
              :event, :fields::json, :now)""";

    private final NamedParameterJdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlements(NamedParameterJdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    void store(List<Verdict> verdicts) {
        Timestamp now = Timestamp.from(clock.instant());
        batch(
                WAIT_AGAIN,
                verdicts.stream()
                        .filter(verdict -> verdict.status() == Recording.Status.WAITING)
                        .map(verdict -> entry(verdict, now)));
        batch(
                SETTLE,
                verdicts.stream()
                        .filter(verdict -> verdict.status() != Recording.Status.WAITING)
                        .map(verdict -> entry(verdict, now)));
        batch(
                ADD_RECEIPT,
                verdicts.stream().filter(verdict -> verdict.receipt() != null).map(verdict -> receipt(verdict, now)));
        verdicts.stream().filter(verdict -> !verdict.waiting().announced()).forEach(this::announce);
    }

    private void announce(Verdict verdict) {
        LedgerEntry entry = verdict.entry();
        if (verdict.status() == Recording.Status.RECORDED && verdict.receipt() != null) {
            events.publishEvent(new EntryRecorded(entry.id(), entry, verdict.receipt()));
        } else if (verdict.status() == Recording.Status.REFUSED && verdict.refusal() != null) {
            events.publishEvent(new EntryRefused(entry.id(), entry, verdict.refusal()));
        }
    }

    private void batch(String sql, Stream<SqlParameterSource> rows) {
        SqlParameterSource[] all = rows.toArray(SqlParameterSource[]::new);
        if (all.length > 0) {
            jdbc.batchUpdate(sql, all);
        }
    }

    private static SqlParameterSource entry(Verdict verdict, Timestamp now) {
        return new MapSqlParameterSource("id", verdict.entry().id())
                .addValue("status", verdict.status().name())
                .addValue("refusal", verdict.refusal())
                .addValue("now", now);
    }

    private static SqlParameterSource receipt(Verdict verdict, Timestamp now) {
        Receipt receipt = Objects.requireNonNull(verdict.receipt());
        return new MapSqlParameterSource("id", verdict.entry().id())
                .addValue("chain", receipt.chainId())
                .addValue("contract", bytes(receipt.contract()))
                .addValue("party", receipt.sender().name())
                .addValue("account", bytes(receipt.account()))
                .addValue("transaction", bytes(receipt.transactionHash()))
                .addValue("block", bytes(receipt.blockHash()))
                .addValue("number", receipt.blockNumber())
                .addValue("time", Timestamp.from(receipt.blockTime()))
                .addValue("index", receipt.logIndex())
                .addValue("gas", receipt.gasUsed())
                .addValue("event", receipt.event())
                .addValue("fields", EntryPayload.writeFields(receipt.fields()))
                .addValue("now", now);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.substring(2));
    }
}
