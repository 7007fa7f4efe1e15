package org.yinxin.pki;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A token of SoftHSM 2 for this test run, in the build's folder. */
final class SoftHsm {

    static final String PIN = "7391-4062";

    private static final Path UTILITY = Path.of("/usr/bin/softhsm2-util");
    private static final Optional<Path> LIBRARY = open();

    private SoftHsm() {}

    /** Skips the test where SoftHSM is not installed. */
    static Path library() {
        assumeTrue(LIBRARY.isPresent(), "SoftHSM 2 (softhsm2) is not installed");
        return LIBRARY.orElseThrow();
    }

    private static Optional<Path> open() {
        Optional<Path> library = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        String configuration = System.getenv("SOFTHSM2_CONF");
        if (library.isEmpty() || configuration == null || !Files.isExecutable(UTILITY)) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(configuration);
            Files.createDirectories(file.getParent());
            Path tokens = Files.createTempDirectory(file.getParent(), "tokens-");
            Files.writeString(
                    file, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            Process process = new ProcessBuilder(
                            UTILITY.toString(),
                            "--init-token",
                            "--free",
                            "--label",
                            "yinxin",
                            "--pin",
                            PIN,
                            "--so-pin",
                            "00000000")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(answer);
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
