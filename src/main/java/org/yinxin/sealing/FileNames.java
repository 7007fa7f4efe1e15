package org.yinxin.sealing;

import java.util.Locale;

/** Names of files, as strangers' browsers send them. */
final class FileNames {

    private static final int LONGEST = 120;

    private FileNames() {}

    /** The name without folders, control characters and directional marks, and not too long for a list. */
    static String clean(String name, DocumentKind kind) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String visible = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        if (visible.isEmpty()) {
            return "document" + kind.ending();
        }
        if (visible.codePointCount(0, visible.length()) <= LONGEST) {
            return visible;
        }
        String ending = visible.toLowerCase(Locale.ROOT).endsWith(kind.ending()) ? kind.ending() : "";
        return visible.substring(0, visible.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }

    /** What the stamped document is called. */
    static String sealed(String name, DocumentKind kind) {
        int dot = name.toLowerCase(Locale.ROOT).lastIndexOf(kind.ending());
        return (dot > 0 ? name.substring(0, dot) : name) + "-sealed" + kind.ending();
    }
}
