package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.ledger.EntryFixtures.Story;

/** Real processes, killed at random moments while they record: what they committed stands exactly once. */
class RandomKillIT {

    private static final int ROUNDS = 6;

    private final LedgerHarness harness = new LedgerHarness();

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void instancesKilledAtRandomMomentsLoseAndDoubleNothing() throws Exception {
        Portal portal = harness.portal();
        Story story = new Story();
        portal.record(story.untilActive().toArray(LedgerEntry[]::new));
        portal.settle();

        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Process instance = start(story);
            Thread.sleep(100 + random.nextInt(900));
            instance.destroyForcibly().waitFor();
            if (round % 3 == 2) {
                harness.killChain();
                harness.startChain();
            }
        }
        portal.settle();

        List<UUID> committed =
                portal.jdbc.sql("select id from ledger.entry").query(UUID.class).list();
        assertThat(committed).as("seed %d", seed).hasSizeGreaterThan(ROUNDS);
        assertThat(harness.recordedOnChain()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(committed);
        assertThat(numbers(portal))
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, committed.size() - 5L).boxed().toList());
    }

    /** The newest receipt's number of each use, in order. */
    private static List<Long> numbers(Portal portal) {
        return portal.jdbc.sql("""
                        select (fields ->> 'number')::bigint as number
                          from (select distinct on (entry_id) entry_id, fields
                                  from ledger.receipt order by entry_id, id desc) newest
                         where fields ->> 'number' is not null
                         order by number""").query(Long.class).list();
    }

    private Process start(Story story) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PortalProcess.class.getName(),
                        harness.databaseUrl,
                        harness.url(),
                        LedgerHarness.KEYS.toString(),
                        story.seal.hex(),
                        story.root.hex(),
                        story.key.written())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals("ready")) {
            line = output.readLine();
        }
        Thread.ofVirtual().start(() -> output.lines().forEach(said -> {}));
        return process;
    }
}
