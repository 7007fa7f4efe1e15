package org.yinxin.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.yinxin.embedded.EmbeddedDatabase;
import org.yinxin.embedded.EmbeddedFailure;

/** A PostgreSQL of a test's own that can be killed like a machine that loses its power, and started again in its place. */
final class KillableDatabase implements AutoCloseable {

    private static final int TRIES = 20;

    private final Path folder;
    private final int port;
    private EmbeddedDatabase server;

    KillableDatabase(Path folder) {
        this.folder = folder;
        this.server = EmbeddedDatabase.start(folder);
        this.port = Integer.parseInt(server.url().replaceAll(".*:(\\d+)/.*", "$1"));
        Flyway.configure()
                .dataSource(url(), "yinxin_owner", "")
                .locations("classpath:db/migration")
                .placeholders(Map.of("application-role", "yinxin_app"))
                .load()
                .migrate();
    }

    String url() {
        return server.url();
    }

    /** What {@code kill -9} leaves of the server; its helpers notice and go. */
    void kill() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> helpers = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        try {
            server.close();
        } catch (EmbeddedFailure gone) {
            // it cannot be stopped any more; only its lock on the folder is let go
        }
        helpers.forEach(
                helper -> helper.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    void startAgain() throws InterruptedException {
        for (int i = 1; ; i++) {
            try {
                server = EmbeddedDatabase.start(folder, port);
                return;
            } catch (EmbeddedFailure e) {
                if (i == TRIES) {
                    throw e;
                }
                Thread.sleep(Duration.ofMillis(500));
            }
        }
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
