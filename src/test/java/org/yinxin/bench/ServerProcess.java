package org.yinxin.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A web server in a JVM of its own, timed from the start of its process to its first page. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final URI address;
    private final double seconds;

    private ServerProcess(Process process, URI address, double seconds) {
        this.process = process;
        this.address = address;
        this.seconds = seconds;
    }

    /** @param arguments of Java itself, to which the port is added */
    static ServerProcess start(List<String> arguments, Path log) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        command.add("--server.port=" + port);
        long begin = System.nanoTime();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // The build's own settings for short-lived virtual machines are not what anybody serves pages with.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        URI address = URI.create("http://localhost:" + port + "/");
        awaitPage(process, address, log);
        return new ServerProcess(process, address, (System.nanoTime() - begin) / 1e9);
    }

    URI address() {
        return address;
    }

    double seconds() {
        return seconds;
    }

    double residentMebibytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitPage(Process process, URI page, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < end) {
                if (answers(client, page)) {
                    return;
                }
                Thread.sleep(20);
            }
        }
        process.destroyForcibly();
        throw new IOException("No page came from " + page + "; see " + log);
    }

    private static boolean answers(HttpClient client, URI page) throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(page)
                                            .timeout(Duration.ofSeconds(30))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
