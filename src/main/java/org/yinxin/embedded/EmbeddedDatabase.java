package org.yinxin.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL as a child process whose data stay in a folder.
 *
 * <p>The owner of the schemas migrates; the application itself signs in with a role that owns nothing.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String NAME = "yinxin";
    static final String OWNER = "yinxin_owner";
    static final String APPLICATION = "yinxin_app";

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server on the folder's data, after ending an orphan that a killed process may have left on it.
     *
     * @throws EmbeddedFailure when it does not start
     */
    public static EmbeddedDatabase start(Path folder) {
        return start(folder, 0);
    }

    /** @param port the port on 127.0.0.1, or 0 for any free one */
    public static EmbeddedDatabase start(Path folder, int port) {
        Path data = folder.resolve("data");
        endOrphan(data);
        try {
            Files.createDirectories(folder);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setPort(port)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setServerConfig("max_connections", "200")
                    // The library turns it off; a killed server would then forget what it had said was committed.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("unix_socket_directories", "")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            createRolesAndDatabase(server);
            return new EmbeddedDatabase(server);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new EmbeddedFailure(
                    "The embedded PostgreSQL could not start from " + data + " (" + e.getMessage()
                            + "): check that the folder can be written and the disk is not full.",
                    e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new EmbeddedFailure("The embedded PostgreSQL did not stop cleanly: " + e.getMessage(), e);
        }
    }

    private static void createRolesAndDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : List.of(OWNER, APPLICATION)) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login");
                }
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute(
                        "create database " + NAME + " owner " + OWNER + " encoding 'UTF8' template template0");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private static void endOrphan(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            Optional<ProcessHandle> orphan = ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
            if (orphan.isPresent()) {
                orphan.get().destroy();
                orphan.get().onExit().get(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new EmbeddedFailure(
                    "A PostgreSQL left over from an earlier run still holds " + data + " and could not be ended ("
                            + e.getMessage() + "): end it by hand and start again.",
                    e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
