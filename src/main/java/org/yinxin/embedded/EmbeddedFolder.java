package org.yinxin.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The one folder that holds everything the embedded profile keeps, locked by the process that uses it. */
final class EmbeddedFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private EmbeddedFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws EmbeddedFailure when the folder cannot be written or another process uses it */
    static EmbeddedFolder open(Path path) {
        FileChannel channel = openLockFile(path);
        if (lock(channel) == null) {
            throw new EmbeddedFailure("Another Yinxin is already running from the folder " + path
                    + ": stop it first, or give this one a folder of its own with --yinxin.embedded.folder=<folder>.");
        }
        return new EmbeddedFolder(path, channel);
    }

    private static FileChannel openLockFile(Path path) {
        try {
            Files.createDirectories(path);
            return FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "The folder " + path + " cannot be written (" + e.getMessage()
                            + "): allow writing there, or name another one with --yinxin.embedded.folder=<folder>.",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new EmbeddedFailure("The folder's lock file cannot be locked: " + e.getMessage(), e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedFailure("The folder's lock could not be given back: " + e.getMessage(), e);
        }
    }
}
