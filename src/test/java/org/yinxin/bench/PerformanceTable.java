package org.yinxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The README's performance table, between its two markers. */
final class PerformanceTable {

    private static final String BEGIN = "<!-- performance: written by mvn -Pbench verify -->";
    private static final String END = "<!-- end of performance -->";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|.*$");
    private static final Pattern NOTE = Pattern.compile("(?m)^`([^`]+)`: .*$");

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
        String before = text.substring(begin + BEGIN.length(), end);
        Files.writeString(
                readme, text.substring(0, begin + BEGIN.length()) + table(before, results) + text.substring(end));
    }

    /** What was not measured this time keeps its row. */
    private static String table(String before, List<Result> results) {
        Map<String, String> rows = lines(before, ROW);
        Map<String, String> notes = lines(before, NOTE);
        for (Result result : results) {
            rows.put(
                    result.name(),
                    "| `%s` | %s | %s | %s |"
                            .formatted(result.name(), figures(result.figures()), result.baseline(), result.machine()));
            notes.put(result.name(), "`%s`: %s".formatted(result.name(), result.notes()));
        }
        return "\n| benchmark | figures | compared with | machine |\n|---|---|---|---|\n"
                + String.join("\n", rows.values()) + "\n\n" + String.join("\n\n", notes.values()) + "\n";
    }

    private static Map<String, String> lines(String table, Pattern line) {
        return line.matcher(table)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), MatchResult::group, (first, second) -> second, TreeMap::new));
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
