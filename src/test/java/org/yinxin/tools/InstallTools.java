package org.yinxin.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Run by the build before the tests, as a single source file: installs Debian's Chromium, pdfsig and SoftHSM where they
 * are missing and may be installed. Elsewhere it says what will be skipped or fetched otherwise, and never fails the build.
 */
final class InstallTools {

    private static final Map<String, String> PACKAGE_OF = new LinkedHashMap<>();

    static {
        PACKAGE_OF.put("chromium", "chromium");
        PACKAGE_OF.put("chromedriver", "chromium-driver");
        PACKAGE_OF.put("pdfsig", "poppler-utils");
        PACKAGE_OF.put("softhsm2-util", "softhsm2");
    }

    private InstallTools() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> packages = new ArrayList<>();
        PACKAGE_OF.forEach((program, name) -> {
            if (!onPath(program)) {
                packages.add(name);
            }
        });
        if (packages.isEmpty()) {
            return;
        }
        if (!Files.exists(Path.of("/etc/debian_version")) || !"root".equals(System.getProperty("user.name"))) {
            System.out.println("[tools] Not installed and not installable here: " + packages
                    + ". Selenium looks for a browser by itself; tests that need pdfsig or SoftHSM are skipped.");
            return;
        }
        System.out.println("[tools] Installing " + packages);
        apt(Stream.of("update"));
        int result = apt(Stream.concat(Stream.of("install", "--yes", "--no-install-recommends"), packages.stream()));
        if (result != 0) {
            System.out.println("[tools] apt-get could not install " + packages + ": see above");
        }
    }

    private static int apt(Stream<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("apt-get", "--quiet=2"), arguments).toList();
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return process.start().waitFor();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }
}
