package org.yinxin.sealing.ofd;

import java.util.ArrayDeque;
import java.util.Deque;

/** Locations inside a package (ST_Loc, GB/T 33190-2016, 7.3): absolute with a leading slash, or relative to the part. */
public final class OfdPath {

    private OfdPath() {}

    /**
     * The path inside the package, without a leading slash. Some writers mean the package's root without saying so; that
     * is understood where nothing stands at the place that the standard means.
     *
     * @param part the part in which the location is written
     * @throws OfdRefusedException when it leads out of the package
     */
    public static String resolve(OfdPackage contents, String part, String location) {
        String found = resolve(part, location);
        if (!contents.has(found) && !location.startsWith("/")) {
            String fromRoot = resolve("", location);
            return contents.has(fromRoot) ? fromRoot : found;
        }
        return found;
    }

    /** The path that the standard means, whether anything is there or not. */
    public static String resolve(String part, String location) {
        if (location.indexOf('\\') >= 0 || location.indexOf('\0') >= 0) {
            throw new OfdRefusedException(OfdRefusal.UNSAFE_NAME, location);
        }
        Deque<String> segments = new ArrayDeque<>();
        if (!location.startsWith("/")) {
            push(segments, part.substring(0, part.lastIndexOf('/') + 1), location);
        }
        push(segments, location, location);
        return String.join("/", segments);
    }

    private static void push(Deque<String> segments, String path, String location) {
        for (String segment : path.split("/", -1)) {
            if ("..".equals(segment)) {
                if (segments.isEmpty()) {
                    throw new OfdRefusedException(OfdRefusal.UNSAFE_NAME, location);
                }
                segments.removeLast();
            } else if (!segment.isEmpty() && !".".equals(segment)) {
                segments.addLast(segment);
            }
        }
    }
}
