package org.yinxin.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The state file that anvil rewrites as a whole every second.
 *
 * <p>A kill in the middle of that leaves half a file, which anvil cannot read, and a busy machine one whose accounts have
 * seen a block that it lacks. Then the copy kept at the last start takes its place; what is missing in it, the ledger finds
 * and records again.
 */
record ChainState(Path folder) {

    Path file() {
        return folder.resolve("state.json");
    }

    private Path copy() {
        return folder.resolve("state.at-last-start.json");
    }

    void prepare() throws IOException {
        if (Files.exists(file()) && !whole(file())) {
            Files.move(file(), folder.resolve("state.broken.json"), StandardCopyOption.REPLACE_EXISTING);
            if (Files.exists(copy())) {
                Files.copy(copy(), file());
            }
        }
    }

    void keepCopy() throws IOException {
        if (Files.exists(file()) && complete(file())) {
            Path half = folder.resolve("state.copying.json");
            Files.copy(file(), half, StandardCopyOption.REPLACE_EXISTING);
            if (whole(half)) {
                Files.move(half, copy(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static boolean whole(Path json) throws IOException {
        return complete(json) && ChainStateTally.of(json).adds();
    }

    private static boolean complete(Path json) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(json.toFile(), "r")) {
            if (file.length() == 0) {
                return false;
            }
            file.seek(file.length() - 1);
            return file.read() == '}';
        }
    }
}
