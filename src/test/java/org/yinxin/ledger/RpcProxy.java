package org.yinxin.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.web3j.ChainFixtures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A node of bad manners: hands JSON-RPC on to an honest one, and spoils what it is told to spoil. */
final class RpcProxy implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** How it behaves. */
    enum Manner {
        HONEST,
        /** Takes connections and drops them. */
        DEAD,
        /** Answers after the asker has lost patience. */
        SLOW,
        /** Knows nothing after a certain block, and says so. */
        LAGGING,
        /** Tells another block and another state than there is. */
        LYING,
        /** Speaks for another chain. */
        ELSEWHERE,
        /** Its chain lacks the check of P-256 signatures among its rules. */
        UNFIT
    }

    /** Stands before the pool, and says something else than the node would. */
    interface Doorman {

        /** The error that keeps a transaction out, {@link #SWALLOW}, or {@link #WELCOME}. */
        String answer(long nonce, long gas);
    }

    static final String WELCOME = "welcome";
    /** It is told that it was taken, and forgotten. */
    static final String SWALLOW = "swallow";
    /** It is taken, but nobody is told. */
    static final String SILENTLY = "silently";

    private final HttpServer server;
    private final URI honest;
    private final HttpClient client = HttpClient.newHttpClient();
    volatile Doorman doorman = (nonce, gas) -> WELCOME;
    /** So many questions for a receipt are answered as if there was none yet. */
    final AtomicInteger receiptsHeldBack = new AtomicInteger();

    volatile Manner manner;
    volatile long stuckAt;

    RpcProxy(String honest, Manner manner) {
        this.honest = URI.create(honest);
        this.manner = manner;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
            if (manner == Manner.DEAD) {
                return;
            }
            if (manner == Manner.SLOW) {
                Thread.sleep(4_000);
            }
            ObjectNode kept = atTheDoor(asked);
            if (kept != null && kept.isEmpty()) {
                return;
            }
            byte[] told = JSON.writeValueAsBytes(kept == null ? spoiled(asked, ask(asked)) : kept);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, told.length);
            exchange.getResponseBody().write(told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The doorman's own answer, empty for none at all; null when the node itself shall answer. */
    private @Nullable ObjectNode atTheDoor(JsonNode asked) throws IOException, InterruptedException {
        if (!asked.path("method").asString().equals("eth_sendRawTransaction")) {
            return null;
        }
        String raw = asked.path("params").path(0).asString();
        String answer = doorman.answer(ChainFixtures.nonce(raw), ChainFixtures.gas(raw));
        if (answer.equals(WELCOME)) {
            return null;
        }
        ObjectNode told = JSON.createObjectNode();
        if (answer.equals(SILENTLY)) {
            ask(asked);
            return told;
        }
        told.put("jsonrpc", "2.0").set("id", asked.path("id"));
        if (answer.equals(SWALLOW)) {
            return told.put("result", ChainFixtures.hash(raw));
        }
        told.putObject("error").put("code", -32000).put("message", answer);
        return told;
    }

    private ObjectNode ask(JsonNode asked) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(asked);
        if (manner == Manner.LAGGING) {
            body = body.replace("\"latest\"", "\"0x" + Long.toHexString(stuckAt) + "\"");
        }
        HttpRequest request = HttpRequest.newBuilder(honest)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return (ObjectNode) JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private ObjectNode spoiled(JsonNode asked, ObjectNode told) throws IOException, InterruptedException {
        String method = asked.path("method").asString();
        if (method.equals("eth_getTransactionReceipt")
                && told.path("result").isObject()
                && receiptsHeldBack.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            told.putNull("result");
        }
        switch (manner) {
            case LYING -> lie(method, told);
            case LAGGING -> forget(method, told);
            case ELSEWHERE -> {
                if (method.equals("eth_chainId")) {
                    told.put("result", "0x1");
                }
            }
            case UNFIT -> {
                if (method.equals("eth_call") && calls(asked, "0100")) {
                    told.remove("error");
                    told.put("result", "0x");
                }
            }
            default -> {}
        }
        return told;
    }

    private static boolean calls(JsonNode asked, String endOfAddress) {
        return asked.path("params").path(0).path("to").asString("").endsWith(endOfAddress);
    }

    private void lie(String method, ObjectNode told) throws IOException, InterruptedException {
        switch (method) {
            case "eth_getTransactionReceipt" -> {
                if (told.path("result") instanceof ObjectNode receipt) {
                    receipt.put("blockHash", firstBlock());
                }
            }
            case "eth_getBlockByHash" -> {
                if (told.path("result") instanceof ObjectNode block) {
                    block.put("receiptsRoot", "0x" + "cd".repeat(32));
                }
            }
            case "eth_call" -> {
                String result = told.path("result").asString("");
                if (result.length() > 66) {
                    // The first word of a seal's state is its status.
                    told.put("result", "0x" + "0".repeat(63) + "4" + result.substring(66));
                }
            }
            default -> {}
        }
    }

    /** A block that there is, only not the one in question. */
    private String firstBlock() throws IOException, InterruptedException {
        JsonNode question = JSON.readTree("""
                {"jsonrpc": "2.0", "id": 1, "method": "eth_getBlockByNumber", "params": ["0x0", false]}""");
        return ask(question).path("result").path("hash").asString();
    }

    private void forget(String method, ObjectNode told) {
        boolean later = Long.decode(told.path("result").path("blockNumber").asString("0x0")) > stuckAt;
        if (method.equals("eth_getTransactionReceipt") && later) {
            told.putNull("result");
        } else if (method.equals("eth_blockNumber")) {
            told.put("result", "0x" + Long.toHexString(stuckAt));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
