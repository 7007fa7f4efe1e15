package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.ledger.EntryFixtures.Story;

/**
 * Two instances under load, their PostgreSQL and their node, one of which is killed at every random moment: what was
 * accepted stands on the chain exactly once, and the numbers have no gap. {@code -Dkills=200} for the long version.
 */
class RandomKillIT {

    private static final int KILLS = Integer.getInteger("kills", 9);
    private static final int INSTANCES = 2;

    /** What thousands of uses left behind by two hundred kills may take on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private enum Victim {
        INSTANCE,
        DATABASE,
        NODE
    }

    private final LedgerHarness harness;
    private final KillableDatabase database;
    private final List<KilledInstance> instances = new ArrayList<>();
    private final Queue<UUID> accepted = new ConcurrentLinkedQueue<>();

    RandomKillIT() {
        Path folder = LedgerHarness.folder();
        database = new KillableDatabase(folder.resolve("postgresql"));
        harness = new LedgerHarness(database.url());
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (KilledInstance instance : instances) {
            instance.kill();
        }
        harness.close();
        database.close();
    }

    @Test
    void whatIsKilledAtRandomMomentsLosesAndDoublesNothing() throws Exception {
        Portal portal = harness.portal();
        Story story = new Story();
        portal.record(story.untilActive().toArray(LedgerEntry[]::new));
        portal.settle();
        for (int i = 0; i < INSTANCES; i++) {
            instances.add(instance(story));
        }

        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
        for (int i = 0; i < KILLS; i++) {
            Thread.sleep(50 + random.nextInt(950));
            Victim victim = Victim.values()[i < Victim.values().length ? i : random.nextInt(Victim.values().length)];
            killed.merge(victim, 1, Integer::sum);
            kill(victim, story, random);
            System.out.printf("%d of %d killed, %s; %d uses accepted%n", i + 1, KILLS, victim, accepted.size());
        }
        for (KilledInstance instance : instances) {
            instance.kill();
        }
        portal.settle(PATIENCE);

        List<UUID> committed =
                portal.jdbc.sql("select id from ledger.entry").query(UUID.class).list();
        assertThat(accepted).as("seed %d", seed).hasSizeGreaterThan(KILLS).isSubsetOf(committed);
        assertThat(harness.recordedOnChain())
                .as("seed %d, %s", seed, killed)
                .containsExactlyInAnyOrderElementsOf(committed);
        assertThat(numbers(portal))
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, committed.size() - 5L).boxed().toList());
        System.out.printf("%s killed, %d uses, incidents %s%n", killed, committed.size() - 5, incidents(portal));
    }

    private void kill(Victim victim, Story story, Random random) throws Exception {
        switch (victim) {
            case INSTANCE -> {
                int which = random.nextInt(INSTANCES);
                instances.get(which).kill();
                instances.set(which, instance(story));
            }
            case DATABASE -> {
                database.kill();
                database.startAgain();
            }
            case NODE -> {
                harness.killChain();
                harness.startChain();
            }
        }
    }

    private KilledInstance instance(Story story) throws Exception {
        return KilledInstance.start(database.url(), harness.url(), story, accepted);
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

    private static List<String> incidents(Portal portal) {
        return portal.jdbc
                .sql("select kind || ' ' || count(*) from ledger.incident group by kind order by kind")
                .query(String.class)
                .list();
    }
}
