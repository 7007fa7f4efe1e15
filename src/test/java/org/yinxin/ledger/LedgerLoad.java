package org.yinxin.ledger;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.yinxin.ledger.EntryFixtures.Story;
import org.yinxin.ledger.web3j.ChainFixtures;

/** The ledger under load, for the benchmarks: uses from committed rows to stored receipts, and the node without us. */
public final class LedgerLoad implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final String url;
    private final Path keys;
    private final Accounts accounts;
    private final ChainNode node;
    private final Portal portal;
    private final LedgerSettings settings;
    private final WriterThread writer;
    private final Story story;

    /**
     * @param database of a PostgreSQL with the embedded profile's roles; it is migrated
     * @param url the node's JSON-RPC
     * @param keys a folder with the parties' keystores, drawn when it is empty
     */
    public LedgerLoad(String database, String url, Path keys) {
        this.url = url;
        this.keys = keys;
        migrate(database);
        accounts = ChainFixtures.accounts(keys);
        node = ChainFixtures.node("node", url);
        settings = settings();
        portal = new Portal(database, List.of(node), accounts, settings);
        writer = new WriterThread(portal.writer, portal.alarm, settings);
        portal.settle();
        EntryFixtures.domain = portal.ledger.domain().orElseThrow();
        story = new Story();
        portal.record(story.untilActive().toArray(LedgerEntry[]::new));
        portal.settle();
    }

    /** The portal's own settings, as the README tells them. */
    private static LedgerSettings settings() {
        return new LedgerSettings(
                List.of(),
                new LedgerSettings.Keys(null, null, null, null, null),
                null,
                List.of(),
                250,
                1L << 24,
                16,
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                2000,
                Duration.ofSeconds(8));
    }

    private static void migrate(String database) {
        Flyway.configure()
                .dataSource(database, "yinxin_owner", "")
                .locations("classpath:db/migration")
                .placeholders(Map.of("application-role", "yinxin_app"))
                .load()
                .migrate();
    }

    /**
     * What a burst took.
     *
     * @param seconds from the writer's start on committed rows to the last receipt in the database
     * @param p99 after how many seconds 99 of 100 uses had theirs
     */
    public record Burst(double seconds, double p99) {}

    /** All uses stand committed in the outbox before the writer begins. */
    public Burst burst(int uses) throws InterruptedException {
        long last = commit(uses);
        return workOff(last);
    }

    /** The same, begun when the chain has just made a block; of a chain that makes them without being asked. */
    public Burst burstFromANewBlock(int uses) throws InterruptedException {
        long last = commit(uses);
        awaitBlock();
        return workOff(last);
    }

    /** The last entry before them. */
    private long commit(int uses) {
        long last = lastEntry();
        for (int left = uses; left > 0; left -= 500) {
            portal.record(uses(Math.min(left, 500)).toArray(LedgerEntry[]::new));
        }
        return last;
    }

    private Burst workOff(long last) throws InterruptedException {
        Instant begin = Instant.now();
        writer.start();
        awaitQuiet();
        writer.stop();
        return new Burst(after(begin, last, 1), after(begin, last, 0.99));
    }

    /** So many a second for so long, each committed by itself; the seconds that 99 of 100 waited for their receipt. */
    public double steady(int perSecond, int seconds) throws InterruptedException {
        long last = lastEntry();
        writer.start();
        long next = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            LedgerEntry use = story.use();
            portal.record(use);
            writer.wake(new EntryAdded(use.id()));
            next += 1_000_000_000L / perSecond;
            Thread.sleep(Math.max(0, Duration.ofNanos(next - System.nanoTime()).toMillis()));
        }
        awaitQuiet();
        writer.stop();
        return portal.jdbc.sql("""
                        select percentile_disc(0.99) within group (order by extract(epoch from settled_at - created_at))
                          from ledger.entry where seq > :last and kind = 'USE'""").param("last", last).query(Double.class).single();
    }

    private long lastEntry() {
        return portal.jdbc
                .sql("select max(seq) from ledger.entry")
                .query(Long.class)
                .single();
    }

    private double after(Instant begin, long last, double part) {
        return portal.jdbc
                .sql("""
                        select percentile_disc(:part) within group (order by extract(epoch from settled_at - :begin))
                          from ledger.entry where seq > :last and status = 'RECORDED' and kind = 'USE'""")
                .param("part", part)
                .param("begin", Timestamp.from(begin))
                .param("last", last)
                .query(Double.class)
                .single();
    }

    /**
     * The seconds that the node needs for ready-made batches sent one after the other, from the moment of a new block to the
     * last one's receipt.
     */
    public double raw(int uses) throws InterruptedException {
        Deployment deployment = portal.deployments.current().orElseThrow();
        GasBudget gas = new GasBudget(accounts, settings);
        long nonce = node.transactionCount(accounts.address(Party.PLATFORM));
        List<SignedTransaction> ready = new ArrayList<>();
        List<LedgerEntry> all = uses(uses);
        while (!all.isEmpty()) {
            List<LedgerEntry> batch = gas.pack(all.subList(0, Math.min(all.size(), settings.batch())));
            ready.add(accounts.sign(deployment.chainId(), deployment.contract(), nonce++, Party.PLATFORM, batch));
            all = all.subList(batch.size(), all.size());
        }
        awaitBlock();
        long begin = System.nanoTime();
        for (SignedTransaction transaction : ready) {
            node.send(transaction.raw());
        }
        long end = begin + PATIENCE.toNanos();
        long again = begin + AGAIN.toNanos();
        while (node.mined(deployment.contract(), ready.getLast().hash()).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The node did not mine the batches");
            }
            if (System.nanoTime() > again) {
                sendAgain(ready.getLast());
                again = System.nanoTime() + AGAIN.toNanos();
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Ours and the baseline begin at the same moment of a block's second. */
    private void awaitBlock() throws InterruptedException {
        long last = node.head().number();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (node.head().number() == last && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    /**
     * The last one asks for less gas than those before it. Anvil tries it in a block that has no room for them, finds that its
     * turn has not come, and forgets it.
     */
    private void sendAgain(SignedTransaction transaction) {
        try {
            node.send(transaction.raw());
        } catch (TransactionRejectedException stands) {
            // its nonce is used: by itself
        }
    }

    /** The seconds that one use takes when each has a transaction of its own and is awaited before the next. */
    public double oneByOne(int uses, Duration poll) {
        List<LedgerEntry> all = uses(uses);
        byte[] contract = portal.deployments.current().orElseThrow().contract();
        long begin = System.nanoTime();
        ChainFixtures.awaitOneByOne(url, keys, contract, all, poll);
        return (System.nanoTime() - begin) / 1e9 / uses;
    }

    /** What pages ask the ledger for, about this entry. */
    public Reading reading(UUID entry) {
        return new Reading(portal, entry);
    }

    /** Questions to the books, about an entry that stands in the midst of them. */
    public static final class Reading {

        private final Portal portal;
        private final Records records;
        private final Recording known;

        Reading(Portal portal, UUID entry) {
            this.portal = portal;
            this.records = new Records(portal.jdbc, new Incidents(portal.jdbc, Clock.systemUTC()));
            this.known = portal.ledger.recording(entry).orElseThrow();
        }

        public void newestRecords() {
            search("");
        }

        public void recordsOfATransaction() {
            search(Objects.requireNonNull(known.receipt()).transactionHash());
        }

        public void recordsOfASeal() {
            search(Objects.requireNonNull(known.receipt()).fields().get("seal"));
        }

        public void recordsOfAKind() {
            search(new RecordSearch(null, null, null, EntryKind.DECISION));
        }

        public void recordsOfASender() {
            search(new RecordSearch(null, null, Party.PUBLIC_SECURITY, null));
        }

        public void receipt() {
            portal.ledger.recording(known.entryId()).orElseThrow();
        }

        /** As often as a page asks for it; the answer may be a quarter of a second old. */
        public void queue() {
            new Queue(portal.jdbc, Clock.systemUTC()).state();
        }

        private void search(String words) {
            search(RecordSearch.of(words, null, null).orElseThrow());
        }

        private void search(RecordSearch search) {
            if (records.search(search, null, 20).records().isEmpty()) {
                throw new IllegalStateException("Nothing was found");
            }
        }
    }

    private List<LedgerEntry> uses(int count) {
        List<LedgerEntry> uses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            uses.add(story.use());
        }
        return uses;
    }

    private void awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (portal.waiting()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The outbox did not come to rest");
            }
            Thread.sleep(20);
        }
        long refused = portal.jdbc
                .sql(
                        "select count(*) from (select status from ledger.entry order by seq desc limit 5000) e where status = 'REFUSED'")
                .query(Long.class)
                .single();
        if (refused > 0) {
            throw new IllegalStateException(refused + " uses were refused");
        }
    }

    @Override
    public void close() {
        portal.close();
    }
}
