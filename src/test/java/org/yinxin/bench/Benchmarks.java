package org.yinxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Runs the benchmarks, or the one that {@code -Dbench=} names, and writes the README's table from what they found. */
final class Benchmarks {

    static final Path FOLDER = Path.of("target", "bench");

    private static final List<Benchmark> ALL = List.of(
            new StartBenchmark(), new OfdBenchmark(), new PdfBenchmark(), new LedgerBenchmark(), new GrowthBenchmark());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String only = System.getProperty("bench", "");
        Files.createDirectories(FOLDER);
        for (Benchmark benchmark : chosen(only)) {
            System.out.println("[bench] " + benchmark.name());
            Result result = benchmark.run();
            Files.writeString(FOLDER.resolve(benchmark.name() + ".json"), JSON.writeValueAsString(result) + "\n");
            System.out.println("[bench] " + benchmark.name() + " " + result.figures());
        }
        new PerformanceTable(Path.of("README.md")).write(results());
    }

    private static List<Benchmark> chosen(String only) {
        List<Benchmark> chosen = ALL.stream()
                .filter(benchmark -> only.isBlank() || benchmark.name().equals(only))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("There is no benchmark named " + only + "; there are "
                    + ALL.stream().map(Benchmark::name).toList());
        }
        return chosen;
    }

    private static List<Result> results() throws IOException {
        List<Result> results = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                results.add(JSON.readValue(Files.readString(file), Result.class));
            }
        }
        return results;
    }
}
