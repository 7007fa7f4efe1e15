package org.yinxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.yinxin.sealing.pdf.PdfFixtures;

/** Visible PAdES-B stamps and full verification of PDF of 1, 10 and 100 pages, against the EU's DSS. */
final class PdfBenchmark implements Benchmark {

    private static final int[] PAGES = {1, 10, 100};
    private static final int ROUNDS = 3;
    private static final double WARMING = 4;
    private static final double SECONDS = 1.5;
    private static final String PASSED = "TOTAL_PASSED";

    private final Path folder = Benchmarks.FOLDER.resolve("pdf");
    private final Map<String, Double> figures = new LinkedHashMap<>();

    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public Result run() throws Exception {
        Files.createDirectories(folder);
        PdfMaterial.write(folder);
        try (LineProcess ours = side("ours");
                LineProcess dss = side("dss");
                LineProcess tuned = side("dss-tuned")) {
            Map<String, LineProcess> sides = new LinkedHashMap<>();
            sides.put("", ours);
            sides.put("dss_", dss);
            sides.put("tuned_", tuned);
            for (int pages : PAGES) {
                Path file = folder.resolve(pages + ".pdf");
                Files.write(file, PdfFixtures.contract(pages));
                Path stamped = stampedByAll(sides, file, dss);
                measure("sign", pages, file, sides);
                measure("verify", pages, stamped, sides);
            }
        }
        figures.put("sign_ratio", smallest("sign", "tuned"));
        figures.put("sign_default_ratio", smallest("sign", "dss"));
        figures.put("verify_default_ratio", smallest("verify", "dss"));
        figures.put("verify_tuned_ratio", smallest("verify", "tuned"));
        return Result.of(name(), figures, BASELINE, NOTES.formatted(ROUNDS, SECONDS, WARMING));
    }

    private static final String BASELINE =
            "DSS 6.4 as its documentation sets it up, and tuned, same file, image, page, position, key and lists, in turns";

    private static final String NOTES = """
            One thread on each side, in a JVM of its own; medians of %d rounds of %.1f s after %.0f s of warming up; the ratios \
            are the smallest over the page counts. `_kib` is memory allocated for one document. Tuned means PDFBox's own \
            drawing, no comparison of page pictures, the policy read once and no ETSI report. Everybody checks the file that we \
            stamped, with chain and revocation lists from memory, and ours remembers paths and lists that it found properly signed; it also reads the file's structure strictly and opens the \
            use's commitments against a record in memory. Ours stamps a QR code and the use code beside the imprint, DSS the \
            imprint alone. DSS says TOTAL_PASSED of both outputs before anything is measured. Not shown: time stamps, keys in \
            a hardware module, documents with large pictures, several signatures, several threads.\
            """;

    private LineProcess side(String name) throws IOException {
        return LineProcess.start(
                List.of(
                        "-Xmx1g",
                        "-Dlogging.level.root=ERROR",
                        "-Dlogback.configurationFile=" + quiet(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        PdfWorker.class.getName(),
                        name,
                        folder.toString()),
                folder.resolve(name + ".log"));
    }

    /** Writing logs is no part of what is compared. */
    private Path quiet() throws IOException {
        return Files.writeString(folder.resolve("quiet.xml"), "<configuration><root level=\"OFF\"/></configuration>");
    }

    /** @return the file that ours stamped */
    private Path stampedByAll(Map<String, LineProcess> sides, Path file, LineProcess judge) throws IOException {
        for (Map.Entry<String, LineProcess> side : sides.entrySet()) {
            Path stamped = folder.resolve(side.getKey() + "stamped-" + file.getFileName());
            side.getValue().ask("stamp", file, stamped);
            String verdict = judge.ask("judge", stamped);
            if (!PASSED.equals(verdict)) {
                throw new IllegalStateException("DSS says " + verdict + " of " + stamped);
            }
        }
        return folder.resolve("stamped-" + file.getFileName());
    }

    private void measure(String work, int pages, Path file, Map<String, LineProcess> sides) throws IOException {
        Map<String, double[]> speeds = new LinkedHashMap<>();
        for (Map.Entry<String, LineProcess> side : sides.entrySet()) {
            side.getValue().ask(work, file, WARMING);
            speeds.put(side.getKey(), new double[ROUNDS]);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, LineProcess> side : sides.entrySet()) {
                Loop loop = Loop.parse(side.getValue().ask(work, file, SECONDS));
                speeds.get(side.getKey())[round] = loop.perSecond();
                figures.put(side.getKey() + work + "_" + pages + "_pages_kib", loop.bytes() / 1024);
            }
        }
        double ours = median(speeds.get(""));
        speeds.forEach((side, values) -> {
            figures.put(side + work + "_" + pages + "_pages_per_second", median(values));
            if (!side.isEmpty()) {
                figures.put(work + "_" + pages + "_pages_to_" + side + "ratio", ours / median(values));
            }
        });
    }

    private double smallest(String work, String side) {
        return figures.entrySet().stream()
                .filter(figure ->
                        figure.getKey().startsWith(work) && figure.getKey().endsWith("_to_" + side + "_ratio"))
                .mapToDouble(Map.Entry::getValue)
                .min()
                .orElseThrow();
    }

    private static double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
