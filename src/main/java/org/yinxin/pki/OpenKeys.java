package org.yinxin.pki;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The keys that signed a moment ago, a bounded number for a bounded time. */
final class OpenKeys {

    private static final int MOST = 256;
    private static final Duration OPEN_FOR = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<UUID, Held> open = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Held> eldest) {
            return size() > MOST;
        }
    };

    OpenKeys(Clock clock) {
        this.clock = clock;
    }

    OpenKey get(UUID id, Source source) throws GeneralSecurityException {
        Instant now = clock.instant();
        synchronized (open) {
            Held known = open.get(id);
            if (known != null && now.isBefore(known.until())) {
                return known.key();
            }
        }
        OpenKey opened = source.open();
        synchronized (open) {
            open.put(id, new Held(opened, now.plus(OPEN_FOR)));
        }
        return opened;
    }

    void close(UUID id) {
        synchronized (open) {
            open.remove(id);
        }
    }

    void closeOld() {
        Instant now = clock.instant();
        synchronized (open) {
            open.values().removeIf(entry -> !now.isBefore(entry.until()));
        }
    }

    int size() {
        synchronized (open) {
            return open.size();
        }
    }

    private record Held(OpenKey key, Instant until) {}

    /** Opens a key that is not open. */
    interface Source {

        OpenKey open() throws GeneralSecurityException;
    }
}
