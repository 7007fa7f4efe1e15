package org.yinxin.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Stores verdicts with their receipts, and tells the application of each entry once. */
@Repository
class Settlements {

    /** All rows of a batch at once: hundreds of uses ride in one transaction, and each statement costs a round. */
    private static final String SETTLE = """
            update ledger.entry e
               set status = v.status, refusal = v.refusal, settled_at = :now, announced = true
              from unnest(:ids, :statuses, :refusals) v(id, status, refusal)
             where e.id = v.id""";

    private static final String WAIT_AGAIN =
            "update ledger.entry set status = 'WAITING', transaction_id = null where id = any(:ids)";

    private static final String ADD_RECEIPTS = """
            insert into ledger.receipt (entry_id, chain_id, contract, party, account, transaction_hash, block_hash,
              block_number, block_time, log_index, gas_used, event, fields, stored_at)
            select v.id, :chain, :contract, :party, :account, :transaction, :block, :number, :time, v.index, :gas,
                   v.event, v.fields::json, :now
              from unnest(:ids, :indexes, :events, :fields) v(id, index, event, fields)""";

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
        settle(verdicts, now);
        verdicts.stream()
                .flatMap(verdict -> Stream.ofNullable(verdict.receipt())
                        .map(receipt -> new Kept(verdict.entry().id(), receipt)))
                .collect(Collectors.groupingBy(
                        kept -> kept.receipt().transactionHash(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(kept -> add(kept, now));
        verdicts.stream().filter(verdict -> !verdict.waiting().announced()).forEach(this::announce);
    }

    private record Kept(UUID entry, Receipt receipt) {}

    private void settle(List<Verdict> verdicts, Timestamp now) {
        List<Verdict> unheard = verdicts.stream()
                .filter(verdict -> verdict.status() == Recording.Status.WAITING)
                .toList();
        if (!unheard.isEmpty()) {
            jdbc.update(
                    WAIT_AGAIN,
                    new MapSqlParameterSource(
                            "ids", uuids(unheard, verdict -> verdict.entry().id())));
        }
        List<Verdict> heard = verdicts.stream()
                .filter(verdict -> verdict.status() != Recording.Status.WAITING)
                .toList();
        if (!heard.isEmpty()) {
            jdbc.update(
                    SETTLE,
                    new MapSqlParameterSource("now", now)
                            .addValue(
                                    "ids",
                                    uuids(heard, verdict -> verdict.entry().id()))
                            .addValue(
                                    "statuses",
                                    texts(heard, verdict -> verdict.status().name()))
                            .addValue("refusals", texts(heard, Verdict::refusal)));
        }
    }

    /** The receipts of entries that one transaction carried. */
    private void add(List<Kept> kept, Timestamp now) {
        Receipt common = kept.getFirst().receipt();
        jdbc.update(
                ADD_RECEIPTS,
                new MapSqlParameterSource("now", now)
                        .addValue("chain", common.chainId())
                        .addValue("contract", bytes(common.contract()))
                        .addValue("party", common.sender().name())
                        .addValue("account", bytes(common.account()))
                        .addValue("transaction", bytes(common.transactionHash()))
                        .addValue("block", bytes(common.blockHash()))
                        .addValue("number", common.blockNumber())
                        .addValue("time", Timestamp.from(common.blockTime()))
                        .addValue("gas", common.gasUsed())
                        .addValue("ids", uuids(kept, Kept::entry))
                        .addValue(
                                "indexes",
                                array("int4", kept, each -> each.receipt().logIndex()))
                        .addValue("events", texts(kept, each -> each.receipt().event()))
                        .addValue(
                                "fields",
                                texts(
                                        kept,
                                        each -> EntryPayload.writeFields(
                                                each.receipt().fields()))));
    }

    private void announce(Verdict verdict) {
        LedgerEntry entry = verdict.entry();
        if (verdict.status() == Recording.Status.RECORDED && verdict.receipt() != null) {
            events.publishEvent(new EntryRecorded(entry.id(), entry, verdict.receipt()));
        } else if (verdict.status() == Recording.Status.REFUSED && verdict.refusal() != null) {
            events.publishEvent(new EntryRefused(entry.id(), entry, verdict.refusal()));
        }
    }

    private static <T> SqlArrayValue uuids(List<T> rows, Function<T, UUID> value) {
        return array("uuid", rows, value);
    }

    private static <T> SqlArrayValue texts(List<T> rows, Function<T, @Nullable String> value) {
        return array("text", rows, value);
    }

    private static <T> SqlArrayValue array(String type, List<T> rows, Function<T, ? extends @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.substring(2));
    }
}
