package org.yinxin.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yinxin.embedded.EmbeddedChain;
import org.yinxin.embedded.EmbeddedDatabase;
import org.yinxin.ledger.LedgerLoad;

/**
 * 5,000 uses from committed rows to final receipts in the database, against one awaited transaction per use and against the
 * node alone. {@code -Dbench.rpc=} names a node, {@code -Dbench.keys=} the folder with the parties' keystores.
 */
final class LedgerBenchmark implements Benchmark {

    private static final int USES = 5_000;
    private static final int ROUNDS = 3;
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Double> figures = new LinkedHashMap<>();

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Result run() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Benchmarks.FOLDER.toAbsolutePath()), "ledger");
        String rpc = System.getProperty("bench.rpc", "");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgresql"))) {
            if (rpc.isBlank()) {
                try (EmbeddedChain chain =
                        EmbeddedChain.start(folder.resolve("seconds"), 0, List.of("--block-time", "1"))) {
                    measure("", database.url(), chain.url(), folder.resolve("keys"), 12);
                }
            } else {
                Path keys = Path.of(
                        System.getProperty("bench.keys", folder.resolve("keys").toString()));
                measure("", database.url(), rpc, keys, 12);
            }
        }
        if (rpc.isBlank()) {
            try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgresql-at-once"));
                    EmbeddedChain chain = EmbeddedChain.start(folder.resolve("at-once"), 0)) {
                measure("at_once_", database.url(), chain.url(), folder.resolve("keys"), 100);
            }
        }
        return Result.of(
                name(),
                figures,
                "(a) one awaited transaction per use, (b) ready-made batches sent straight to the node",
                notes(rpc));
    }

    private void measure(String prefix, String database, String rpc, Path keys, int awaited) throws Exception {
        try (LedgerLoad load = new LedgerLoad(database, rpc, keys)) {
            load.burst(1_000);
            load.raw(1_000);
            List<Double> ours = new ArrayList<>();
            List<Double> p99 = new ArrayList<>();
            List<Double> raw = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                LedgerLoad.Burst burst = load.burst(USES);
                ours.add(burst.seconds());
                p99.add(burst.p99());
                raw.add(load.raw(USES));
                System.out.println("[bench] " + prefix + " ours " + ours.getLast() + " raw " + raw.getLast());
            }
            double one = load.oneByOne(awaited, POLL);
            figures.put(prefix + "naive_ratio", one * USES / median(ours));
            figures.put(prefix + "raw_ratio", median(raw) / median(ours));
            figures.put(prefix + "p99_seconds", median(p99));
            figures.put(prefix + "seconds", median(ours));
            figures.put(prefix + "raw_seconds", median(raw));
            figures.put(prefix + "naive_seconds_per_use", one);
            figures.put(prefix + "steady_p99_seconds", load.steady(50, 10));
        }
    }

    private static String notes(String rpc) {
        return "";
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
