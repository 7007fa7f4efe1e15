package org.yinxin.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yinxin.embedded.EmbeddedDatabase;
import org.yinxin.embedded.ForgetfulChain;
import org.yinxin.ledger.LedgerLoad;

/**
 * 5,000 uses from committed rows to final receipts in the database, against one awaited transaction per use and against the
 * node alone. {@code -Dbench.rpc=} names a node, {@code -Dbench.keys=} the folder with the parties' keystores.
 */
final class LedgerBenchmark implements Benchmark {

    private static final int USES = 5_000;
    private static final int ROUNDS = 3;
    private static final int AWAITED = 10;
    private static final int A_SECOND = 50;
    private static final int SECONDS = 10;
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
        String given = System.getProperty("bench.keys", "");
        Path keys = given.isBlank() ? folder.resolve("keys") : Path.of(given);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgresql"))) {
            if (rpc.isBlank()) {
                try (ForgetfulChain chain = ForgetfulChain.start(folder.resolve("chain.log"))) {
                    measure(database.url(), chain.url(), keys);
                }
            } else {
                measure(database.url(), rpc, keys);
            }
        }
        return Result.of(
                name(),
                figures,
                "(a) one awaited transaction per use, as Web3j's examples do, (b) ready-made batches straight to the node",
                notes(rpc));
    }

    private void measure(String database, String rpc, Path keys) throws Exception {
        try (LedgerLoad load = new LedgerLoad(database, rpc, keys)) {
            load.burst(USES / 5);
            load.raw(USES / 5);
            List<Double> ours = new ArrayList<>();
            List<Double> p99 = new ArrayList<>();
            List<Double> raw = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                LedgerLoad.Burst burst = load.burstFromANewBlock(USES);
                ours.add(burst.seconds());
                p99.add(burst.p99());
                raw.add(load.raw(USES));
                System.out.println("[bench] ours " + ours.getLast() + " raw " + raw.getLast());
            }
            double one = load.oneByOne(AWAITED, POLL);
            figures.put("naive_ratio", one * USES / median(ours));
            figures.put("raw_ratio", median(raw) / median(ours));
            figures.put("raw_ratio_least", least(raw, ours));
            figures.put("p99_seconds", median(p99));
            figures.put("seconds", median(ours));
            figures.put("raw_seconds", median(raw));
            figures.put("naive_seconds_per_use", one);
            figures.put("steady_p99_seconds", load.steady(A_SECOND, SECONDS));
        }
    }

    private static String notes(String rpc) {
        return """
                The chain is %s. Medians of %d rounds of %,d uses signed by one P-256 key, ours and the ready-made batches in \
                turns, each from the moment of a new block; `raw_ratio_least` is that of the worst round. All \
                uses stand committed before the writer begins, and making and signing them is in no figure. \
                One-by-one was measured with %d uses and scaled; it polls every %d ms, where the examples poll every 15 s. \
                `p99_seconds` is from the writer's start to the receipt of 99 of 100 uses; `steady_p99_seconds` is from the \
                commit of each at %d uses a second. Not shown: what the application does with a receipt, several instances, a \
                network between validators.\
                """.formatted(
                        rpc.isBlank()
                                ? "anvil with a block every second and 60 million gas in it, as our network's genesis has it, nothing kept on disk"
                                : "at " + rpc,
                        ROUNDS,
                        USES,
                        AWAITED,
                        POLL.toMillis(),
                        A_SECOND);
    }

    private static double least(List<Double> raw, List<Double> ours) {
        return IntStream.range(0, raw.size())
                .mapToDouble(round -> raw.get(round) / ours.get(round))
                .min()
                .orElseThrow();
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
