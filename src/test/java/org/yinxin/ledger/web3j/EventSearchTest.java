package org.yinxin.ledger.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.protocol.core.methods.response.Log;
import org.yinxin.ledger.NodeSilentException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Searching a node that looks through some blocks at once, and one that looks through all of them. */
class EventSearchTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final EventSearch.Wanted WANTED =
            new EventSearch.Wanted("0x" + "ab".repeat(20), "0x" + "01".repeat(32), "0x" + "02".repeat(32));
    private static final long HEAD = 12_345;

    /** Ends of the chain, and both sides of where one piece ends and the next begins. */
    private static final List<Long> EVENTS = List.of(0L, 2_345L, 2_346L, 7_345L, 7_346L, 12_345L);

    private final List<String> asked = new ArrayList<>();
    private HttpServer node;
    private EventSearch search;
    private long limit = Long.MAX_VALUE;
    private String refusal = "Requested range exceeds maximum RPC range limit";
    private long brokenBelow = -1;

    @BeforeEach
    void start() throws IOException {
        node = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        node.createContext("/", this::answer);
        node.start();
        search = new EventSearch(
                new Rpc("node", "http://127.0.0.1:" + node.getAddress().getPort(), Duration.ofSeconds(3)));
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    @Test
    void aNodeWithoutALimitIsAskedOnce() {
        assertThat(search.all(WANTED)).extracting(EventSearchTest::block).containsExactlyElementsOf(EVENTS);
        assertThat(asked).containsExactly("0-12345");
    }

    @Test
    void aNodeWithALimitIsAskedPieceByPieceAndNothingIsMissedOrToldTwice() {
        limit = NodeManners.MOST_BLOCKS_AT_ONCE;

        assertThat(search.all(WANTED)).extracting(EventSearchTest::block).containsExactlyElementsOf(EVENTS);
        assertThat(asked).containsExactly("0-12345", "7346-12345", "2346-7345", "0-2345");
    }

    @Test
    void theNewestIsLookedForFromTheEndAndNoFurtherThanNeeded() {
        limit = NodeManners.MOST_BLOCKS_AT_ONCE;

        assertThat(search.newest(WANTED, log -> true))
                .map(EventSearchTest::block)
                .hasValue(12_345L);
        assertThat(asked).containsExactly("0-12345", "7346-12345");
        asked.clear();
        assertThat(search.newest(WANTED, log -> block(log) < 7_346))
                .map(EventSearchTest::block)
                .hasValue(7_345L);
        assertThat(asked).containsExactly("0-12345", "7346-12345", "2346-7345");
        asked.clear();
        assertThat(search.newest(WANTED, log -> false)).isEmpty();
        assertThat(asked).hasSize(4);
    }

    @Test
    void anErrorInTheMiddleIsNoAbsence() {
        limit = NodeManners.MOST_BLOCKS_AT_ONCE;
        brokenBelow = 5_000;

        assertThatThrownBy(() -> search.all(WANTED))
                .isInstanceOf(NodeSilentException.class)
                .hasMessageContaining("Internal error");
        assertThatThrownBy(() -> search.newest(WANTED, log -> false)).isInstanceOf(NodeSilentException.class);
    }

    @Test
    void aRefusalForAnotherReasonIsNotAskedPieceByPiece() {
        limit = 1;
        refusal = "Method not enabled";

        assertThatThrownBy(() -> search.all(WANTED))
                .isInstanceOf(NodeSilentException.class)
                .hasMessageContaining("Method not enabled");
        assertThat(asked).hasSize(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
            ObjectNode told = JSON.createObjectNode().put("jsonrpc", "2.0");
            told.set("id", question.path("id"));
            if (question.path("method").asString().equals("eth_blockNumber")) {
                told.put("result", "0x" + Long.toHexString(HEAD));
            } else {
                logs(question.path("params").path(0), told);
            }
            byte[] bytes = JSON.writeValueAsBytes(told);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void logs(JsonNode filter, ObjectNode told) {
        long from = number(filter.path("fromBlock").asString());
        long to = number(filter.path("toBlock").asString());
        asked.add(from + "-" + to);
        Optional<String> error = error(from, to);
        if (error.isPresent()) {
            told.putObject("error").put("code", -32_000).put("message", error.get());
            return;
        }
        assertThat(filter.path("topics").toString())
                .isEqualTo("[\"" + WANTED.event() + "\",\"" + WANTED.indexed() + "\"]");
        ArrayNode logs = told.putArray("result");
        EVENTS.stream()
                .filter(block -> from <= block && block <= to)
                .forEach(block -> logs.addObject()
                        .put("address", WANTED.contract())
                        .put("blockNumber", "0x" + Long.toHexString(block))
                        .put("logIndex", "0x0"));
    }

    private Optional<String> error(long from, long to) {
        if (to - from + 1 > limit) {
            return Optional.of(refusal);
        }
        return to < brokenBelow ? Optional.of("Internal error") : Optional.empty();
    }

    private static long number(String tag) {
        return switch (tag) {
            case "earliest" -> 0;
            case "latest" -> HEAD;
            default -> Long.decode(tag);
        };
    }

    private static long block(Log log) {
        return log.getBlockNumber().longValueExact();
    }
}
