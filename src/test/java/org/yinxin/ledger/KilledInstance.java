package org.yinxin.ledger;

import java.io.BufferedReader;
import java.io.IOException;
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
                "-Xshare:auto",
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
        Thread.ofVirtual()
                .start(() -> said.lines()
                        .filter(each -> each.matches("accepted [0-9a-f-]{36}"))
                        .forEach(each -> accepted.add(UUID.fromString(each.substring(9)))));
        return new KilledInstance(process);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
