package org.yinxin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The embedded chain as a child process: its state, its leftovers and its refusals. */
@Isolated("takes the chain's binary away for a moment")
class EmbeddedChainIT {

    @TempDir
    Path folder;

    @AfterEach
    void forgetTheSetting() {
        System.clearProperty(AnvilBinary.PROPERTY);
    }

    @Test
    void keepsItsBlocksOverAStopAndAStart() throws Exception {
        try (EmbeddedChain chain = EmbeddedChain.start(folder, 0)) {
            ask(chain, "anvil_mine", "[\"0x3\"]");
        }
        try (EmbeddedChain chain = EmbeddedChain.start(folder, 0)) {
            assertThat(ask(chain, "eth_blockNumber", "[]")).contains("\"0x3\"");
        }
    }

    @Test
    void hasItsOwnChainIdAndNoAccountsThatItWouldSignFor() throws Exception {
        try (EmbeddedChain chain = EmbeddedChain.start(folder, 0)) {
            assertThat(ask(chain, "eth_chainId", "[]")).contains(Long.toHexString(EmbeddedChain.CHAIN_ID));
            assertThat(ask(chain, "eth_accounts", "[]")).contains("[]");
            assertThat(folder.resolve("anvil.log")).content().doesNotContain("Mnemonic");
        }
    }

    @Test
    void endsAnOrphanThatAKilledApplicationLeftBehind() throws Exception {
        EmbeddedChain left = EmbeddedChain.start(folder, 0);
        pretendTheOwnerDied();
        try (EmbeddedChain chain = EmbeddedChain.start(folder, 0)) {
            assertThat(ProcessHandle.of(left.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(chain.pid()).isNotEqualTo(left.pid());
        }
    }

    @Test
    void leavesAChainAloneWhoseApplicationStillRuns() {
        try (EmbeddedChain running = EmbeddedChain.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedChain.start(folder, 0))
                    .isInstanceOf(EmbeddedFailure.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());
            assertThat(ProcessHandle.of(running.pid())).isPresent();
        }
    }

    @Test
    void fallsBackToTheLastCopyWhenAKillLeftHalfAStateFile() throws Exception {
        try (EmbeddedChain chain = EmbeddedChain.start(folder, 0)) {
            ask(chain, "anvil_mine", "[\"0x3\"]");
        }
        EmbeddedChain.start(folder, 0).close();
        Path state = folder.resolve("state.json");
        byte[] whole = Files.readAllBytes(state);
        Files.write(state, java.util.Arrays.copyOf(whole, whole.length / 2));

        try (EmbeddedChain chain = EmbeddedChain.start(folder, 0)) {
            assertThat(ask(chain, "eth_blockNumber", "[]")).contains("\"0x3\"");
            assertThat(folder.resolve("state.broken.json")).exists();
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedChain.start(folder, other.getLocalPort()))
                    .isInstanceOf(EmbeddedFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("is taken");
        }
    }

    @Test
    void saysWhenTheBinaryIsMissing() {
        System.setProperty(AnvilBinary.PROPERTY, folder.resolve("nowhere").toString());
        assertThatThrownBy(() -> EmbeddedChain.start(folder, 0))
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageContaining("cannot be run");
    }

    @Test
    void saysWhenTheFolderCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> EmbeddedChain.start(file, 0))
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageContaining("cannot use the folder " + file);
    }

    private void pretendTheOwnerDied() throws IOException {
        Path record = folder.resolve("anvil.pid");
        String child = Files.readAllLines(record).getFirst();
        Files.write(record, List.of(child, Long.toString(Long.MAX_VALUE), "2020-07-13T00:00:00Z"));
    }

    private static String ask(EmbeddedChain chain, String method, String parameters) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(URI.create(chain.url()))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method
                            + "\",\"params\":" + parameters + "}"))
                    .build();
            return client.send(question, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
