package org.yinxin.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.yinxin.embedded.EmbeddedDatabase;
import org.yinxin.ledger.web3j.ChainFixtures;

/** A database and a chain of a test's own, which it may stop, wipe and set back. */
final class LedgerHarness implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Path SHARED = folder();
    static final Path KEYS = TestChain.keys(SHARED.resolve("keys"));
    private static final Accounts ACCOUNTS = ChainFixtures.accounts(KEYS);
    private static final EmbeddedDatabase SERVER = EmbeddedDatabase.start(SHARED.resolve("postgresql"));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        migrateTemplate();
    }

    final Path folder = folder();
    final String databaseUrl;
    final Accounts accounts = ACCOUNTS;
    private final List<Portal> portals = new ArrayList<>();
    private final TestChain chain = TestChain.start(folder.resolve("chain"));

    LedgerHarness() {
        this(newDatabase());
    }

    /** @param databaseUrl a migrated database of somebody else's care */
    LedgerHarness(String databaseUrl) {
        this.databaseUrl = databaseUrl;
        EntryFixtures.domain = EntryFixtures.nextContractOf(accounts, node());
    }

    Portal portal() {
        return portal(node -> node, accounts);
    }

    Portal portal(UnaryOperator<ChainNode> disturbance, Accounts signing) {
        Portal portal = new Portal(databaseUrl, List.of(disturbance.apply(node())), signing);
        portals.add(portal);
        return portal;
    }

    /** A portal that knows several parties' nodes, its own first. */
    Portal portalOn(ChainNode... nodes) {
        Portal portal = new Portal(databaseUrl, List.of(nodes), accounts);
        portals.add(portal);
        return portal;
    }

    /** A portal with a database of its own, and settings of its own. */
    Portal otherBooks(LedgerSettings settings, Accounts signing) {
        Portal portal = new Portal(newDatabase(), List.of(node()), signing, settings);
        portals.add(portal);
        return portal;
    }

    Portal portalOn(LedgerSettings settings, ChainNode... nodes) {
        Portal portal = new Portal(databaseUrl, List.of(nodes), accounts, settings);
        portals.add(portal);
        return portal;
    }

    /** A portal that lets no more than so many uses ride in one transaction. */
    Portal portalOn(int batch, ChainNode... nodes) {
        Portal portal = new Portal(databaseUrl, List.of(nodes), accounts, batch);
        portals.add(portal);
        return portal;
    }

    ChainNode node() {
        return ChainFixtures.node("embedded", url());
    }

    String url() {
        return chain.url();
    }

    long chainId() {
        return chain.chainId();
    }

    void stopChain() {
        chain.stop();
    }

    void startChain() {
        chain.startAgain();
    }

    /** Every recording event's entry, as often as it stands on the chain. */
    List<UUID> recordedOnChain() {
        byte[] contract = portals.getFirst()
                .jdbc
                .sql("select contract from ledger.deployment")
                .query(byte[].class)
                .single();
        return ChainFixtures.recorded(url(), contract);
    }

    /** What {@code kill -9} leaves. */
    void killChain() {
        chain.kill();
    }

    /** The state as it is on disk now. */
    Path keepState() {
        try {
            Path kept = Files.createTempFile(folder, "state", ".json");
            Files.copy(folder.resolve("chain/state.json"), kept, StandardCopyOption.REPLACE_EXISTING);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void setBackTo(Path kept) {
        try {
            Files.copy(kept, folder.resolve("chain/state.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void wipeChain() {
        try (Stream<Path> files = Files.walk(folder.resolve("chain"))) {
            files.filter(Files::isRegularFile).forEach(LedgerHarness::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        portals.forEach(Portal::close);
        chain.close();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "ledger-tests")), "run")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newDatabase() {
        return createDatabase("ledger" + DATABASES.incrementAndGet(), "template ledger_template");
    }

    /** Migrated once and copied for each test. */
    private static void migrateTemplate() {
        String url = createDatabase("ledger_template", "");
        Flyway.configure()
                .dataSource(url, "yinxin_owner", "")
                .locations("classpath:db/migration")
                .placeholders(Map.of("application-role", "yinxin_app"))
                .load()
                .migrate();
    }

    private static String createDatabase(String name, String options) {
        String server = SERVER.url();
        try (Connection connection = DriverManager.getConnection(server, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner yinxin_owner " + options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.substring(0, server.lastIndexOf('/') + 1) + name;
    }
}
