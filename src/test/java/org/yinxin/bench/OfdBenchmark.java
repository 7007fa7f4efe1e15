package org.yinxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.stamp.Ofdrw;
import org.yinxin.sealing.ofd.stamp.SealHolder;

/** Stamping and strictly verifying OFD of 1, 5 and 50 pages, against ofdrw with the same files and keys. */
final class OfdBenchmark implements Benchmark {

    private static final int[] PAGES = {1, 5, 50};
    private static final int ROUNDS = 5;
    private static final double WARMING = 5;
    private static final double SECONDS = 2;

    private final Path folder = Benchmarks.FOLDER.resolve("ofd");
    private final Map<String, Double> figures = new LinkedHashMap<>();

    @Override
    public String name() {
        return "ofd";
    }

    @Override
    public Result run() throws Exception {
        Files.createDirectories(folder);
        SealHolder holder = new SealHolder("杭州测试科技有限公司");
        Files.write(folder.resolve("root.der"), holder.root().getEncoded());
        try (Ofdrw ofdrw = Ofdrw.start(holder, folder);
                LineProcess ours = ours()) {
            for (int pages : PAGES) {
                Path file = folder.resolve(pages + ".ofd");
                Path stamped = folder.resolve(pages + "-stamped.ofd");
                Files.write(file, OfdFiles.zip(OfdPages.parts(pages)));
                ours.ask("stamp", file, stamped);
                compare("sign", pages, file, ours, ofdrw.process());
                compare("verify", pages, stamped, ours, ofdrw.process());
            }
        }
        figures.put("sign_ratio", smallest("sign_"));
        figures.put("verify_ratio", smallest("verify_"));
        return Result.of(
                name(),
                figures,
                "ofdrw 2.3.8, same files, same keys, same library of cryptography, in turns",
                """
                One thread on each side, in a JVM of its own; medians of %d rounds of %.0f s, after %.0f s of each thread's own \
                time for warming up. Files are read from disk. `sign_ratio` and `verify_ratio` are the smallest over the page \
                counts; `_kib` is memory allocated for one document. Ours verifies the seal's maker, chains, validity, \
                revocation (from memory) and the coverage of every part, and checks each signature that it makes; ofdrw does \
                none of that. Ours keeps an initialised SM2 signer, where ofdrw makes a provider of cryptography for each \
                document, as its own code does. Not shown: time stamps, keys in a hardware module, pages with large pictures \
                or fonts, several threads.\
                """.formatted(ROUNDS, SECONDS, WARMING));
    }

    private LineProcess ours() throws IOException {
        return LineProcess.start(
                List.of(
                        "-Xmx1g",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OfdWorker.class.getName(),
                        folder.toString()),
                folder.resolve("ours.log"));
    }

    private void compare(String work, int pages, Path file, LineProcess ours, LineProcess peer) throws IOException {
        ours.ask("warm-" + work, file, WARMING);
        peer.ask("warm-" + work, file, WARMING);
        List<Loop> our = new ArrayList<>();
        List<Loop> their = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            our.add(Loop.parse(ours.ask(work, file, SECONDS)));
            their.add(Loop.parse(peer.ask(work, file, SECONDS)));
        }
        String figure = work + "_" + pages + "_pages";
        double we = median(our.stream().mapToDouble(Loop::perSecond));
        double they = median(their.stream().mapToDouble(Loop::perSecond));
        figures.put(figure + "_ratio", we / they);
        figures.put(figure + "_per_second", we);
        figures.put("ofdrw_" + figure + "_per_second", they);
        figures.put(figure + "_kib", median(our.stream().mapToDouble(Loop::bytes)) / 1024);
        figures.put("ofdrw_" + figure + "_kib", median(their.stream().mapToDouble(Loop::bytes)) / 1024);
    }

    private double smallest(String work) {
        return figures.entrySet().stream()
                .filter(figure ->
                        figure.getKey().startsWith(work) && figure.getKey().endsWith("_ratio"))
                .mapToDouble(Map.Entry::getValue)
                .min()
                .orElseThrow();
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
