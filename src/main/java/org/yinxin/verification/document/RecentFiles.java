package org.yinxin.verification.document;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Files whose pages somebody leafs through just now, so that not each picture reads the whole file again; within bounds. */
final class RecentFiles {

    private final long most;
    private final Map<UUID, byte[]> files = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /** @param most how many bytes are held at the most, all files together */
    RecentFiles(long most) {
        this.most = most;
    }

    byte[] get(UUID id, Supplier<byte[]> read) {
        byte[] known = known(id);
        if (known != null) {
            return known;
        }
        byte[] file = read.get();
        keep(id, file);
        return file;
    }

    private synchronized byte @org.jspecify.annotations.Nullable [] known(UUID id) {
        return files.get(id);
    }

    private synchronized void keep(UUID id, byte[] file) {
        forget(id);
        files.put(id, file);
        held += file.length;
        Iterator<byte[]> oldest = files.values().iterator();
        while (held > most) {
            held -= oldest.next().length;
            oldest.remove();
        }
    }

    synchronized void forget(UUID id) {
        byte[] gone = files.remove(id);
        held -= gone == null ? 0 : gone.length;
    }

    synchronized void forgetAll() {
        files.clear();
        held = 0;
    }
}
