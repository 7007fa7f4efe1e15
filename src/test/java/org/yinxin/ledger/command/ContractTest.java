package org.yinxin.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.web3j.crypto.ECKeyPair;
import org.yinxin.ledger.proof.QbftBlocks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractTest {

    private static final ECKeyPair ONE = QbftBlocks.validator(1);
    private static final ECKeyPair TWO = QbftBlocks.validator(2);
    private static final ECKeyPair OLD = QbftBlocks.validator(3);
    private static final ECKeyPair NEW = QbftBlocks.validator(4);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "'', Say what to do.",
        "destroy, What is destroy?",
        "status, --contract is missing",
        "status --contract, --contract has no value",
        "status --contract 0x12, which is no account",
        "status --contract 0x1 --contract 0x1, stands there twice",
        "status --node http://localhost, What is --node?",
        "verify --accounts court=0x1, which is no account",
        "verify --accounts judge=0x0000000000000000000000000000000000000001, which is no party",
        "verify --accounts court=0x0000000000000000000000000000000000000001, must name five parties",
        "validators --node nowhere, which is no address",
        "validators --node file:///etc/passwd, which is no address"
    })
    void whatIsAskedWronglyIsExplained(String typed, String complaint) {
        assertThat(run(typed.isEmpty() ? new String[0] : typed.split(" "))).isEqualTo(Contract.ASKED_WRONGLY);
        assertThat(said()).contains(complaint, "Contract deploy");
    }

    @Test
    void aNodeThatDoesNotAnswerIsNoAnswer() {
        assertThat(run("validators", "--node", "http://127.0.0.1:1")).isEqualTo(Contract.NOBODY_ANSWERS);
        assertThat(said()).contains("Nothing is known");
    }

    @Test
    void validatorsAreToldWithTheirBlocksInTheWordsOfTheSetting() throws IOException {
        HttpServer node = node();
        try {
            assertThat(run(
                            "validators",
                            "--node",
                            "http://127.0.0.1:" + node.getAddress().getPort()))
                    .isZero();
        } finally {
            node.stop(0);
        }
        assertThat(said())
                .contains(QbftBlocks.address(ONE) + System.lineSeparator())
                .contains(QbftBlocks.address(OLD) + "@0-40502")
                .contains(QbftBlocks.address(NEW) + "@40491" + System.lineSeparator())
                .contains(QbftBlocks.address(TWO) + "@0-70000")
                .contains(QbftBlocks.address(TWO) + "@80001" + System.lineSeparator());
    }

    /** A validator is replaced, another one leaves for a while. */
    private static List<ECKeyPair> validators(long block) {
        if (block <= 40_490) {
            return List.of(ONE, TWO, OLD);
        } else if (block <= 40_502) {
            return List.of(ONE, TWO, OLD, NEW);
        }
        return block > 70_000 && block <= 80_000 ? List.of(ONE, NEW) : List.of(ONE, TWO, NEW);
    }

    private static HttpServer node() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            JsonNode asked = new JsonMapper().readTree(exchange.getRequestBody().readAllBytes());
            String result = "\"0x15f90\"";
            if (asked.path("method").asString().equals("eth_getBlockByNumber")) {
                long block = Long.decode(asked.path("params").path(0).asString());
                result = "{\"number\":\"0x%x\",\"extraData\":\"%s\"}"
                        .formatted(block, QbftBlocks.extraData(validators(block)));
            }
            byte[] answer = "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":%s}"
                    .formatted(result)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private int run(String... args) {
        return Contract.run(args, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
