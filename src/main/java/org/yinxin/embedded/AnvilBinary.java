package org.yinxin.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Finds the platform's own anvil binary; the script in node_modules/.bin would leave a child behind when killed. */
final class AnvilBinary {

    static final String PROPERTY = "yinxin.embedded.anvil";

    private AnvilBinary() {}

    static Path find() {
        String configured = System.getProperty(PROPERTY);
        if (configured != null) {
            return executable(Path.of(configured), "the setting " + PROPERTY + " names it");
        }
        Path inPackage = Path.of("node_modules", "@foundry-rs", "anvil-" + platform(), "bin", file());
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(inPackage))) {
                return executable(folder.resolve(inPackage), "npm installed it");
            }
        }
        throw new EmbeddedFailure("The embedded chain's binary " + inPackage + " was not found here or in a "
                + "folder above: run npm ci (any Maven build does), or name another with -D" + PROPERTY + "=<path>.");
    }

    private static Path executable(Path binary, String origin) {
        if (Files.isRegularFile(binary)
                && (Files.isExecutable(binary) || binary.toFile().setExecutable(true))) {
            return binary;
        }
        throw new EmbeddedFailure("The embedded chain's binary " + binary + " cannot be run, though " + origin + ".");
    }

    private static String file() {
        return platform().startsWith("win32") ? "anvil.exe" : "anvil";
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        String name = system.contains("mac") ? "darwin" : system.contains("win") ? "win32" : "linux";
        return name + (machine.equals("aarch64") ? "-arm64" : "-amd64");
    }
}
