package org.yinxin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A chain of one party for trying things out: Foundry's anvil as a child process, its state kept in a folder.
 *
 * <p>It is never a chain of several parties, and nothing shown to people may say so.
 */
public final class EmbeddedChain implements AutoCloseable {

    /** Its own, so that no transaction signed for it means anything on a chain that somebody else runs. */
    public static final long CHAIN_ID = 20_200_713;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path record;
    private final String url;
    private final Thread atExit;

    private EmbeddedChain(Process process, Path record, String url) {
        this.process = process;
        this.record = record;
        this.url = url;
        this.atExit = new Thread(() -> ChildRecord.stop(process.toHandle()), "embedded-chain-stop");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts the chain whose state lies in the folder, or a new one.
     *
     * @param port the port on 127.0.0.1, or 0 for any free one
     * @throws EmbeddedFailure with one sentence for the person who started the application
     */
    public static EmbeddedChain start(Path folder, int port) {
        Path binary = AnvilBinary.find();
        try {
            Path home = writable(folder);
            Path record = home.resolve("anvil.pid");
            ChainState state = new ChainState(home);
            stopOrphan(record, state);
            int chosen = freePort(port);
            state.prepare();
            return launch(binary, home, record, state, chosen);
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "The embedded chain cannot use the folder " + folder + " (" + e + "); check its permissions.", e);
        }
    }

    private static EmbeddedChain launch(Path binary, Path home, Path record, ChainState state, int port)
            throws IOException {
        Path log = home.resolve("anvil.log");
        Process process = new ProcessBuilder(command(binary, home, state, port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        EmbeddedChain chain = new EmbeddedChain(process, record, "http://127.0.0.1:" + port);
        try {
            ChildRecord.of(process.toHandle()).write(record);
            chain.awaitFirstAnswer(log);
            Files.writeString(home.resolve("url"), chain.url + "\n");
            state.keepCopy();
            return chain;
        } catch (IOException | RuntimeException e) {
            chain.close();
            throw e;
        }
    }

    private static List<String> command(Path binary, Path home, ChainState state, int port) {
        return List.of(
                binary.toString(),
                "--state",
                state.file().toString(),
                "--state-interval",
                "1",
                "--cache-path",
                home.resolve("cache").toString(),
                "--hardfork",
                "osaka",
                "--enable-tx-gas-limit",
                "--chain-id",
                Long.toString(CHAIN_ID),
                "--gas-limit",
                "60000000",
                "--base-fee",
                "0",
                "--gas-price",
                "0",
                "--disable-min-priority-fee",
                "--accounts",
                "0",
                "--quiet",
                "--no-cors",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port));
    }

    /** Where its JSON-RPC is spoken. */
    public String url() {
        return url;
    }

    /** The operating system's number of the child process. */
    public long pid() {
        return process.pid();
    }

    /** Stops the chain after it has written its state. */
    @Override
    public void close() {
        ChildRecord.stop(process.toHandle());
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyShuttingDown) {
            // the hook finds nothing left to stop
        }
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path writable(Path folder) throws IOException {
        Path home = Files.createDirectories(folder).toRealPath();
        Files.delete(Files.createTempFile(home, "write", ".tmp"));
        return home;
    }

    private static void stopOrphan(Path record, ChainState state) throws IOException {
        ChildRecord last = ChildRecord.read(record).orElse(null);
        ProcessHandle left =
                last == null ? null : last.orphan(state.file().toString()).orElse(null);
        if (last != null && left != null) {
            if (last.ownerLives()) {
                throw new EmbeddedFailure(
                        "The embedded chain in " + state.file().getParent() + " is in use by process " + last.owner()
                                + ": stop that one first, or use another folder.");
            }
            ChildRecord.stop(left);
        }
        Files.deleteIfExists(record);
    }

    private static int freePort(int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "Port " + wanted + " for the embedded chain is taken: stop what uses it, or choose another.", e);
        }
    }

    private void awaitFirstAnswer(Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < end) {
                if (answers(client)) {
                    return;
                }
                Thread.sleep(30);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new EmbeddedFailure("The embedded chain did not start; it said: "
                + Files.readString(log).strip() + " (see " + log + ").");
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_blockNumber\",\"params\":[]}"))
                .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
