package org.yinxin.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.yinxin.ledger.EntryFixtures.Story;
import org.yinxin.ledger.proof.ReceiptProof;
import org.yinxin.ledger.web3j.ChainFixtures;
import org.yinxin.ledger.web3j.Secp256k1Recovery;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/** A ledger with a story on it, and somebody with the database's highest rights. */
public final class ReconciliationBench implements AutoCloseable {

    private final LedgerHarness harness = new LedgerHarness();
    private final Portal writing = harness.portal();
    private final List<RpcProxy> proxies;
    private final Portal reading;
    public final JdbcClient jdbc;
    public final DataSource dataSource;
    public final List<UUID> life;
    public final List<UUID> uses;
    public final Digest seal;

    /** An active seal that was used three times. */
    public ReconciliationBench() {
        Story story = new Story();
        seal = story.seal;
        List<LedgerEntry> entries = story.untilActive();
        writing.record(entries.toArray(LedgerEntry[]::new));
        writing.settle();
        List<LedgerEntry> used = List.of(story.use(), story.use(), story.use());
        writing.record(used.toArray(LedgerEntry[]::new));
        writing.settle();
        life = entries.stream().map(LedgerEntry::id).toList();
        uses = used.stream().map(LedgerEntry::id).toList();
        proxies = List.of(proxy(), proxy(), proxy(), proxy());
        reading = harness.portalOn(
                node("data-administration", 0),
                node("market-supervision", 1),
                node("public-security", 2),
                node("court", 3));
        jdbc = reading.jdbc;
        dataSource = reading.dataSource();
    }

    private RpcProxy proxy() {
        return new RpcProxy(harness.url(), RpcProxy.Manner.HONEST);
    }

    private ChainNode node(String name, int proxy) {
        return ChainFixtures.node(name, proxies.get(proxy).url());
    }

    public ChainReader chain() {
        return reading.reader;
    }

    public Receipt receipt(UUID entry) {
        return Objects.requireNonNull(
                reading.ledger.recording(entry).orElseThrow().receipt());
    }

    public ReceiptProof proof(Receipt receipt) {
        return new Proofs(
                        reading.chain,
                        Portal.settings(50),
                        new Secp256k1Recovery(),
                        event -> Optional.empty(),
                        reading.deployments)
                .of(receipt);
    }

    public BookedEntries entries() {
        return new BookedEntries(jdbc);
    }

    public BookedTransactions bookedTransactions() {
        return new BookedTransactions(jdbc);
    }

    public Clock clock() {
        return Clock.systemUTC();
    }

    /** One of the four nodes tells other blocks and states than there are. */
    public void lies(int node) {
        proxies.get(node).manner = RpcProxy.Manner.LYING;
    }

    public void dies(int node) {
        proxies.get(node).manner = RpcProxy.Manner.DEAD;
    }

    public void isHonest(int node) {
        proxies.get(node).manner = RpcProxy.Manner.HONEST;
    }

    /** A decision that somebody brings onto the chain with a key of ours, past our books. */
    public UUID foreignEntry() {
        return foreign(UUID.randomUUID());
    }

    /** The same under an identifier that may be one of ours. */
    public UUID foreign(UUID entry) {
        LedgerEntry.Decision decision = new LedgerEntry.Decision(
                entry,
                UUID.randomUUID(),
                Bureau.PUBLIC_SECURITY,
                Digest.random(),
                Digest.random(),
                LedgerEntry.Outcome.APPROVED,
                Digest.random());
        ChainNode node = harness.node();
        byte[] contract = reading.deployments.current().orElseThrow().contract();
        long nonce = node.transactionCount(harness.accounts.address(Party.PUBLIC_SECURITY));
        SignedTransaction signed =
                harness.accounts.sign(node.chainId(), contract, nonce, Party.PUBLIC_SECURITY, List.of(decision));
        node.send(signed.raw());
        awaitBlock(node, contract, signed.hash());
        return decision.id();
    }

    /** Writes down as recorded what was signed and never sent, as a chain leaves it behind that has lost a block. */
    public void forgotten(UUID entry) {
        LedgerEntry.Decision decision = new LedgerEntry.Decision(
                entry,
                UUID.randomUUID(),
                Bureau.PUBLIC_SECURITY,
                Digest.random(),
                Digest.random(),
                LedgerEntry.Outcome.APPROVED,
                Digest.random());
        Deployment deployment = reading.deployments.current().orElseThrow();
        SignedTransaction signed = harness.accounts.sign(
                deployment.chainId(), deployment.contract(), 5_000, Party.PUBLIC_SECURITY, List.of(decision));
        reading.record(decision);
        sql("""
                insert into ledger.transaction (deployment_id, party, account, nonce, hash, raw, status, created_at,
                  under_way_since, mined_at,
                  block_number, block_index, block_hash)
                values (?, 'PUBLIC_SECURITY', ?, 5000, ?, ?, 'MINED', now(), now(), now(), 2, 0, ?)""", deployment.id(), signed.account(), signed.hash(), signed.raw(), signed.hash());
        sql("""
                update ledger.entry set status = 'RECORDED', settled_at = now(),
                  transaction_id = (select id from ledger.transaction where hash = ?) where id = ?""", signed.hash(), entry);
        sql("""
                insert into ledger.receipt (entry_id, chain_id, contract, party, account, transaction_hash, block_hash,
                  block_number, block_time, log_index, gas_used, event, fields, stored_at)
                values (?, ?, ?, 'PUBLIC_SECURITY', ?, ?, ?, 2, now(), 0, 1, 'ApplicationDecided', '{}', now())""", entry, deployment.chainId(), deployment.contract(), signed.account(), signed.hash(), signed.hash());
    }

    private static void awaitBlock(ChainNode node, byte[] contract, byte[] hash) {
        for (int i = 0; i < 200 && node.mined(contract, hash).isEmpty(); i++) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** Behind the application's back, past every guard of the database. */
    public void sql(String statement, Object... parameters) {
        var database = new SingleConnectionDataSource(harness.databaseUrl, "postgres", "", true);
        try {
            JdbcClient root = JdbcClient.create((DataSource) database);
            root.sql("set session_replication_role = replica").update();
            root.sql(statement).params(parameters).update();
        } finally {
            database.destroy();
        }
    }

    @Override
    public void close() {
        proxies.forEach(RpcProxy::close);
        harness.close();
    }
}
