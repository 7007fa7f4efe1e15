package org.yinxin.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A chain for benchmarks, with a block every second and 60 million gas in it as our network's genesis has them. It keeps
 * nothing on disk: the embedded chain rewrites its whole state every second, which would be measured and nothing else.
 */
public final class ForgetfulChain implements AutoCloseable {

    private final Process process;
    private final String url;

    private ForgetfulChain(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    public static ForgetfulChain start(Path log) throws IOException, InterruptedException {
        String port = Integer.toString(freePort());
        Process process = new ProcessBuilder(
                        AnvilBinary.find().toString(),
                        "--block-time",
                        "1",
                        "--gas-limit",
                        "60000000",
                        "--hardfork",
                        "osaka",
                        "--enable-tx-gas-limit",
                        "--base-fee",
                        "0",
                        "--gas-price",
                        "0",
                        "--disable-min-priority-fee",
                        "--accounts",
                        "0",
                        "--chain-id",
                        Long.toString(EmbeddedChain.CHAIN_ID),
                        "--port",
                        port,
                        "--quiet")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ForgetfulChain chain = new ForgetfulChain(process, "http://127.0.0.1:" + port);
        chain.awaitFirstAnswer();
        return chain;
    }

    public String url() {
        return url;
    }

    private void awaitFirstAnswer() throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_blockNumber\",\"params\":[]}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 600 && process.isAlive(); i++) {
                try {
                    client.send(question, HttpResponse.BodyHandlers.ofString());
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(50);
                }
            }
        }
        close();
        throw new IllegalStateException("The chain did not start");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
