package org.yinxin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yinxin.ledger.LedgerLoad;
import org.yinxin.shared.UseCode;

/** The same requests and one batch of uses at 10 k, 100 k and 1 M uses in the books. */
final class GrowthBenchmark implements Benchmark {

    private static final int[] USES = {10_000, 100_000, 1_000_000};
    private static final int WARMING = 150;
    private static final int REQUESTS = 300;
    private static final int BATCHES = 7;
    private static final int BATCH = 200;

    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Result run() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Benchmarks.FOLDER.toAbsolutePath()), "growth");
        List<String> portal = List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                "target/yinxin.jar",
                "--spring.profiles.active=embedded",
                "--yinxin.embedded.folder=" + folder.resolve("portal"),
                // What SQL put into the books stands on no chain; a comparison would find each of a million.
                "--yinxin.reconciliation.every=1d");
        try (ServerProcess server = ServerProcess.start(portal, folder.resolve("portal.log"))) {
            String database = database(folder.resolve("portal"));
            String chain = Files.readString(folder.resolve("portal/chain/url")).strip();
            try (LedgerLoad load = new LedgerLoad(database, chain, folder.resolve("portal/keys"));
                    Books books = new Books(database)) {
                load.burst(BATCH);
                measureAll(server.address(), load, books);
            }
        }
        compare();
        return Result.of(name(), figures, "the same at 10,000 uses", """
                The portal with demonstration data in a process of its own, its books filled by SQL: entries, receipts, \
                transactions and uses, 1,000 of each seal, 200 in each transaction; one of the first ten thousand is asked for. Medians of %d requests after %d for warming up, of %d batches of %d \
                uses from the commit to the last receipt; `_growth_ratio` is the figure at a million against that at ten \
                thousand, `_growth_to_100k_ratio` that at a hundred thousand. `use_page` looks a use up by its code and the \
                chain by its digest, as the check of a document does. The chain itself holds the real uses only: what the \
                contract does for a use does not depend on how many there are. Not shown: a single seal with a million uses.\
                """.formatted(REQUESTS, WARMING, BATCHES, BATCH));
    }

    private void measureAll(URI portal, LedgerLoad load, Books books) throws Exception {
        String code = UseCode.random().value();
        URI seal = portal.resolve("/s/" + books.sealInForce());
        for (int uses : USES) {
            books.fillUpTo(uses);
            books.name(code);
            String at = "_at_" + (uses / 1_000) + "k";
            figures.put("seal_page" + at + "_ms", median(() -> page(seal)));
            figures.put("use_page" + at + "_ms", median(() -> page(portal.resolve("/u/" + code))));
            LedgerLoad.Reading reading = load.reading(books.known());
            figures.put("records_page" + at + "_ms", median(reading::newestRecords));
            figures.put("records_of_a_transaction" + at + "_ms", median(reading::recordsOfATransaction));
            figures.put("records_of_a_seal" + at + "_ms", median(reading::recordsOfASeal));
            figures.put("records_of_a_kind" + at + "_ms", median(reading::recordsOfAKind));
            figures.put("records_of_a_sender" + at + "_ms", median(reading::recordsOfASender));
            figures.put("receipt" + at + "_ms", median(reading::receipt));
            figures.put("queue" + at + "_ms", median(reading::queue));
            figures.put("batch" + at + "_ms", batches(load));
            System.out.println("[bench] " + uses + " " + figures);
        }
    }

    private double batches(LedgerLoad load) throws InterruptedException {
        double[] seconds = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            seconds[i] = load.burst(BATCH).seconds();
        }
        java.util.Arrays.sort(seconds);
        return seconds[BATCHES / 2] * 1_000;
    }

    private void compare() {
        for (String figure : List.copyOf(figures.keySet())) {
            if (figure.endsWith("_at_10k_ms")) {
                String name = figure.substring(0, figure.length() - "_at_10k_ms".length());
                double first = figures.get(figure);
                figures.put(name + "_growth_ratio", figures.get(name + "_at_1000k_ms") / first);
                figures.put(name + "_growth_to_100k_ratio", figures.get(name + "_at_100k_ms") / first);
            }
        }
    }

    /** Something asked for. */
    private interface Question {
        void ask() throws Exception;
    }

    private static double median(Question question) throws Exception {
        for (int i = 0; i < WARMING; i++) {
            question.ask();
        }
        double[] millis = new double[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            question.ask();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        java.util.Arrays.sort(millis);
        return millis[REQUESTS / 2];
    }

    private void page(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answers " + answer.statusCode());
        }
    }

    private static String database(Path folder) throws IOException {
        String port = Files.readAllLines(folder.resolve("postgresql/data/postmaster.pid"))
                .get(3);
        return "jdbc:postgresql://127.0.0.1:" + port.strip() + "/yinxin";
    }
}
