package org.yinxin.sealing.ofd;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which names entries may have: paths inside the package that every file system takes for the same, different files. */
final class EntryNames {

    private static final Charset OLD_CHINESE = Charset.forName("GB18030");

    private final OfdLimits limits;
    private final Set<String> exact = new HashSet<>();
    private final Set<String> folded = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    EntryNames(OfdLimits limits) {
        this.limits = limits;
    }

    /** Names without the UTF-8 mark are read as UTF-8 all the same, and as GB 18030 only where that fails. */
    static String decode(byte[] file, int at, int length, boolean utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file, at, length))
                    .toString();
        } catch (CharacterCodingException e) {
            if (utf8) {
                throw new OfdRefusedException(OfdRefusal.UNSAFE_NAME, null, e);
            }
            return new String(file, at, length, OLD_CHINESE);
        }
    }

    void take(String name) {
        checkSafe(name);
        if (!exact.add(name)) {
            throw new OfdRefusedException(OfdRefusal.DUPLICATE_NAME, name);
        }
        boolean folder = name.endsWith("/");
        String path = folder ? name.substring(0, name.length() - 1) : name;
        String fold = fold(path);
        if (folder ? folded.contains(fold) : !folded.add(fold) || folders.contains(fold)) {
            throw new OfdRefusedException(OfdRefusal.NAMES_COLLIDE, name);
        }
        if (folder) {
            folders.add(fold);
        }
        for (int slash = fold.lastIndexOf('/'); slash > 0; slash = fold.lastIndexOf('/', slash - 1)) {
            String parent = fold.substring(0, slash);
            if (folded.contains(parent)) {
                throw new OfdRefusedException(OfdRefusal.NAMES_COLLIDE, name);
            }
            if (!folders.add(parent)) {
                break;
            }
        }
    }

    private void checkSafe(String name) {
        if (name.isEmpty() || name.startsWith("/") || hasForbiddenCharacter(name)) {
            throw new OfdRefusedException(OfdRefusal.UNSAFE_NAME, name);
        }
        String[] segments = name.split("/", -1);
        int last = segments[segments.length - 1].isEmpty() ? segments.length - 1 : segments.length;
        for (int i = 0; i < last; i++) {
            String segment = segments[i];
            if (segment.isEmpty() || ".".equals(segment) || "..".equals(segment)) {
                throw new OfdRefusedException(OfdRefusal.UNSAFE_NAME, name);
            }
        }
        if (last > limits.depth()) {
            throw new OfdRefusedException(OfdRefusal.TOO_DEEP, name);
        }
    }

    private static boolean hasForbiddenCharacter(String name) {
        return name.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == '\\' || c == ':' || c == 0xfffd);
    }

    private static String fold(String path) {
        boolean ascii = path.chars().allMatch(c -> c < 0x80);
        return (ascii ? path : Normalizer.normalize(path, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }
}
