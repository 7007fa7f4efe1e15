package org.yinxin.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.yinxin.ledger.EntryFixtures.Story;

/** A portal instance in a process of its own, with what it said that it had accepted. */
final class KilledInstance {

    private final Process process;

    private KilledInstance(Process process) {
        this.process = process;
    }

    /** @param accepted where the identifiers of what it commits are put */
    static KilledInstance start(String database, String chain, Story story, Queue<UUID> accepted) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PortalProcess.class.getName(),
                database,
                chain,
                LedgerHarness.KEYS.toString()));
        command.addAll(PortalProcess.arguments(story));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader said = process.inputReader();
        String line = said.readLine();
        while (line != null && !line.equals("ready")) {
            line = said.readLine();
        }
        Thread.ofVirtual().start(() -> listen(said, accepted));
        return new KilledInstance(process);
    }

    private static void listen(BufferedReader said, Queue<UUID> accepted) {
        try {
            said.lines()
                    .filter(line -> line.matches("accepted [0-9a-f-]{36}"))
                    .forEach(line -> accepted.add(UUID.fromString(line.substring(9))));
        } catch (UncheckedIOException killed) {
            // whatever else it accepted it did not come to say
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
