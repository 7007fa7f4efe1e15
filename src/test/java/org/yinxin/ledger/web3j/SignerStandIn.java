package org.yinxin.ledger.web3j;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A remote signer over real HTTP, made after Web3Signer: one chain by its own setting, accounts that it has keys of, and its
 * errors by number and words. It can be told to misbehave.
 */
public final class SignerStandIn implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<Credentials> keys;
    private final int port;
    public final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    volatile long chainId;
    volatile UnaryOperator<RawTransaction> spoil = transaction -> transaction;
    volatile UnaryOperator<Credentials> stolen = key -> key;
    volatile UnaryOperator<String> garble = answer -> answer;
    public volatile boolean down;
    public volatile boolean hangs;

    public SignerStandIn(long chainId, Credentials... keys) {
        this(chainId, 0, keys);
    }

    SignerStandIn(long chainId, int port, Credentials... keys) {
        this.chainId = chainId;
        this.keys = List.of(keys);
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.port = server.getAddress().getPort();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (down) {
                return;
            }
            if (hangs) {
                Thread.sleep(3_000);
            }
            JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
            asked.add(question);
            byte[] answer = answer(question).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String answer(JsonNode question) {
        if (!question.path("method").asString().equals("eth_signTransaction")) {
            return error(-32601, "Method not found");
        }
        JsonNode wanted = question.path("params").path(0);
        return keys.stream()
                .filter(key ->
                        key.getAddress().equalsIgnoreCase(wanted.path("from").asString()))
                .findFirst()
                .map(key -> result(wanted, key))
                .orElseGet(() -> error(-40000, "From account is not an unlocked account"));
    }

    private String result(JsonNode wanted, Credentials key) {
        RawTransaction transaction = RawTransaction.createTransaction(
                quantity(wanted, "nonce"),
                quantity(wanted, "gasPrice"),
                quantity(wanted, "gas"),
                wanted.path("to").asString(""),
                quantity(wanted, "value"),
                wanted.path("data").asString());
        byte[] raw = TransactionEncoder.signMessage(spoil.apply(transaction), chainId, stolen.apply(key));
        return "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"%s\"}".formatted(garble.apply(Numeric.toHexString(raw)));
    }

    private static String error(int code, String words) {
        return "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":%d,\"message\":\"%s\"}}".formatted(code, words);
    }

    private static BigInteger quantity(JsonNode wanted, String name) {
        return Numeric.decodeQuantity(wanted.path(name).asString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
