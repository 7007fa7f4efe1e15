package org.yinxin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The file that remembers a child process and the process that started it, so that a child left behind by a kill is
 * found at the next start, and one that another running application still uses is left alone.
 */
record ChildRecord(long child, long owner, Instant ownerStart) {

    static ChildRecord of(ProcessHandle child) {
        ProcessHandle self = ProcessHandle.current();
        return new ChildRecord(child.pid(), self.pid(), started(self));
    }

    static Optional<ChildRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            return Optional.of(new ChildRecord(
                    Long.parseLong(lines.get(0)), Long.parseLong(lines.get(1)), Instant.parse(lines.get(2))));
        } catch (RuntimeException halfWritten) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Files.write(file, List.of(Long.toString(child), Long.toString(owner), ownerStart.toString()));
    }

    boolean ownerLives() {
        return ProcessHandle.of(owner)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> started(handle).equals(ownerStart))
                .isPresent();
    }

    /** The child, if it still runs and its command line names {@code mark}; process numbers are used again. */
    Optional<ProcessHandle> orphan(String mark) {
        return ProcessHandle.of(child)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> commandLine(handle).contains(mark));
    }

    /** Asks first, so that a state is written out, and forces only after that. */
    static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (Exception stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static String commandLine(ProcessHandle handle) {
        ProcessHandle.Info info = handle.info();
        return info.commandLine()
                .orElseGet(() -> info.command().orElse("") + " "
                        + String.join(" ", info.arguments().orElse(new String[0])));
    }

    private static Instant started(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }
}
