package org.yinxin.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for what a journey leaves behind, below the build's own. */
final class Scratch {

    private Scratch() {}

    static Path folder(String name) throws IOException {
        Path scratch = Files.createDirectories(Path.of("target", "scratch").toAbsolutePath());
        return Files.createTempDirectory(scratch, name + "-");
    }
}
