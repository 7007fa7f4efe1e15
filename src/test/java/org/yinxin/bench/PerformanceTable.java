package org.yinxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The README's performance table, between its two markers. */
final class PerformanceTable {

    private static final String BEGIN = "<!-- performance: written by mvn -Pbench verify -->";
    private static final String END = "<!-- end of performance -->";

    private final Path readme;

    PerformanceTable(Path readme) {
        this.readme = readme;
    }

    void write(List<Result> results) throws IOException {
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(readme + " lacks the markers " + BEGIN + " and " + END);
        }
        Files.writeString(readme, text.substring(0, begin + BEGIN.length()) + table(results) + text.substring(end));
    }

    static String table(List<Result> results) {
        String rows = results.stream()
                .map(result -> "| `%s` | %s | %s | %s |\n"
                        .formatted(result.name(), figures(result.figures()), result.baseline(), result.machine()))
                .collect(Collectors.joining());
        String notes = results.stream()
                .map(result -> "`%s`: %s\n".formatted(result.name(), result.notes()))
                .collect(Collectors.joining("\n"));
        return "\n| benchmark | figures | compared with | machine |\n|---|---|---|---|\n" + rows + "\n" + notes;
    }

    private static String figures(Map<String, Double> figures) {
        return new TreeMap<>(figures)
                .entrySet().stream()
                        .map(figure -> "`%s` %s".formatted(figure.getKey(), number(figure.getValue())))
                        .collect(Collectors.joining("<br>"));
    }

    private static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
