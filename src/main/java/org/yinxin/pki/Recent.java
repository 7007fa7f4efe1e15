package org.yinxin.pki;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was found out of late, up to a number; for several threads. */
public final class Recent {

    private Recent() {}

    /** A map that forgets what was not asked for longest. */
    public static <K, V> Map<K, V> map(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }
}
