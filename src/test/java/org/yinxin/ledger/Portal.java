package org.yinxin.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One portal instance's ledger, wired by hand: several of them can share a database and a chain. */
final class Portal implements AutoCloseable {

    final List<Object> published = new CopyOnWriteArrayList<>();
    volatile Predicate<Object> failing = event -> false;
    final JdbcClient jdbc;
    final Ledger ledger;
    final LedgerWriter writer;
    final ChainReader reader;
    final NodeWatch watch;
    final ChainHealthIndicator health;
    final ChainNodes chain;
    final Deployments deployments;
    final SendingParties parties;
    final Transactions transactions;
    final Queue queue;
    final Pace pace;
    final QueueAlarm alarm;
    final TransactionTemplate inTransaction;
    private final HikariDataSource dataSource;

    Portal(String databaseUrl, List<ChainNode> nodes, Accounts accounts) {
        this(databaseUrl, nodes, accounts, 50);
    }

    Portal(String databaseUrl, List<ChainNode> nodes, Accounts accounts, int batch) {
        this(databaseUrl, nodes, accounts, settings(batch));
    }

    Portal(String databaseUrl, List<ChainNode> nodes, Accounts accounts, LedgerSettings settings) {
        dataSource = pool(databaseUrl);
        jdbc = JdbcClient.create((DataSource) dataSource);
        inTransaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        Clock clock = Clock.systemUTC();
        chain = new ChainNodes(nodes, true);
        deployments = new Deployments(jdbc, clock);
        transactions = new Transactions(jdbc, settings, clock);
        Outbox outbox = new Outbox(jdbc);
        GasBudget gas = new GasBudget(accounts, settings);
        Incidents incidents = new Incidents(jdbc, clock);
        Signers signers = new Signers(accounts, incidents, settings);
        parties = new SendingParties(accounts, signers, jdbc, clock);
        Settlements settlements = new Settlements(new NamedParameterJdbcTemplate(dataSource), this::publish, clock);
        Settling settling = new Settling(outbox, transactions, settlements, incidents, gas, inTransaction);
        queue = new Queue(jdbc, clock);
        pace = new Pace(queue, settings);
        alarm = new QueueAlarm(queue, incidents, settings);
        ledger = new Ledger(new Entries(jdbc, clock), deployments, event -> {});
        watch = new NodeWatch(chain, deployments, incidents);
        reader = new ChainReader(chain, deployments, watch);
        Hindrance hindrance = new Hindrance(incidents);
        health = new ChainHealthIndicator(hindrance, watch);
        writer = new LedgerWriter(
                watch,
                new Deployer(deployments, transactions, accounts, signers, hindrance, settings, inTransaction),
                transactions,
                new ContractWatch(hindrance, settings),
                accounts,
                new Mending(transactions, settling, accounts, watch, settings),
                settling,
                new Signing(outbox, transactions, accounts, signers, gas, settings, inTransaction),
                new Sending(transactions, incidents, watch, settings, clock),
                outbox,
                gas,
                settings);
    }

    static LedgerSettings settings(int batch) {
        return settings(batch, null);
    }

    /** @param contract the contract that was deployed already, or null */
    static LedgerSettings settings(int batch, String contract) {
        return new LedgerSettings(
                List.of(),
                new LedgerSettings.Keys(null, null, null, null, null),
                contract,
                List.of(),
                batch,
                1L << 24,
                16,
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofMillis(200),
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                Duration.ZERO,
                Duration.ofSeconds(3),
                20,
                Duration.ofMillis(300));
    }

    DataSource dataSource() {
        return dataSource;
    }

    void record(LedgerEntry... entries) {
        inTransaction.executeWithoutResult(status -> List.of(entries).forEach(ledger::record));
    }

    /** Passes until nothing waits and nothing is on its way. */
    void settle() {
        settle(Duration.ofSeconds(90));
    }

    void settle(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            boolean underWay = writer.pass();
            if (!underWay && !waiting()) {
                return;
            }
            pause();
        }
        throw new AssertionError("The outbox did not come to rest: "
                + jdbc.sql("select id, kind, status, refusal from ledger.entry where status in ('WAITING', 'SENT')")
                        .query()
                        .listOfRows());
    }

    /** Passes until it is so, or for as long as many blocks take. */
    void passUntil(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!so.getAsBoolean() && System.nanoTime() < end) {
            writer.pass();
            pause();
        }
    }

    Recording recording(LedgerEntry entry) {
        return ledger.recording(entry.id()).orElseThrow();
    }

    boolean waiting() {
        return jdbc.sql("select exists (select 1 from ledger.entry where status in ('WAITING', 'SENT'))")
                .query(Boolean.class)
                .single();
    }

    List<String> incidents() {
        return jdbc.sql("select kind from ledger.incident order by id")
                .query(String.class)
                .list();
    }

    private void publish(Object event) {
        if (failing.test(event)) {
            throw new IllegalStateException("A listener fails");
        }
        published.add(event);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("yinxin_app");
        pool.setPassword("");
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(2_000);
        return pool;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
