package org.yinxin.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the network's files are kept. What is there already is never written again. */
final class NetworkFolder {

    private final Path root;
    private final boolean handOver;

    /** @param handOver whether each secret is given to the user of the service that reads it, which only root can do */
    NetworkFolder(Path root, boolean handOver) {
        this.root = root;
        this.handOver = handOver;
    }

    /** A file that everybody may read. */
    void open(String name, Supplier<String> content) {
        keep(root.resolve(name), content, "r--r--r--", null);
    }

    /** A secret of one service, made unless it is there, and what it says. */
    String secret(Service service, String name, Supplier<String> content) {
        Path file = root.resolve("secrets").resolve(service.folder()).resolve(name);
        return keep(file, content, "r--------", service);
    }

    /** A secret that no service reads: for its owner to take away. */
    String handOut(String name, Supplier<String> content) {
        return keep(root.resolve("handed-out").resolve(name), content, "r--------", null);
    }

    /** Gives a volume's folder, if it is mounted, to the service that will write there. */
    void prepareVolume(Service service) {
        Path volume = root.resolveSibling("volumes").resolve(service.folder());
        if (Files.isDirectory(volume)) {
            giveTo(volume, service);
        }
    }

    private String keep(Path file, Supplier<String> content, String mode, @Nullable Service reader) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Path half = file.resolveSibling(file.getFileName() + ".half");
                Files.writeString(half, content.get());
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString(mode));
                giveTo(half, reader);
                Files.move(half, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "%s could not be read or written", file), e);
        }
    }

    private void giveTo(Path path, @Nullable Service service) {
        if (service == null || !handOver) {
            return;
        }
        try {
            Files.setAttribute(path, "unix:uid", service.user());
            Files.setAttribute(path, "unix:gid", service.user());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be given to user " + service.user(), e);
        }
    }
}
