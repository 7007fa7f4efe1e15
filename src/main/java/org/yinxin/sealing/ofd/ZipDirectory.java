package org.yinxin.sealing.ofd;

import static org.yinxin.sealing.ofd.ZipFormat.u16;
import static org.yinxin.sealing.ofd.ZipFormat.u32;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a zip from its central directory and believes it only where the entries' own headers say the same and entries
 * fill the file without gap or overlap, so that no two readers can see different packages (APPNOTE.TXT 6.3.9).
 */
final class ZipDirectory {

    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int MIB = 1 << 20;
    /** Encrypted, patched, strongly encrypted, masked headers. */
    private static final int FORBIDDEN_FLAGS = 1 | 1 << 6 | 1 << 13;

    private final byte[] file;
    private final OfdLimits limits;
    private final EntryNames names;
    private final List<OfdEntry> entries = new ArrayList<>();
    private final List<int[]> spans = new ArrayList<>();
    private long unpacked;

    private ZipDirectory(byte[] file, OfdLimits limits) {
        this.file = file;
        this.limits = limits;
        this.names = new EntryNames(limits);
    }

    static List<OfdEntry> read(byte[] file, OfdLimits limits) {
        if (file.length == 0) {
            throw new OfdRefusedException(OfdRefusal.EMPTY);
        }
        if (file.length > limits.fileBytes()) {
            throw new OfdRefusedException(OfdRefusal.TOO_LARGE);
        }
        try {
            return new ZipDirectory(file, limits).entries();
        } catch (IndexOutOfBoundsException e) {
            throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN, null, e);
        }
    }

    private List<OfdEntry> entries() {
        int end = file.length - END_LENGTH;
        if (end < 0 || u32(file, end) != END || u16(file, end + 20) != 0) {
            throw new OfdRefusedException(endsLater(end) ? OfdRefusal.BYTES_OUTSIDE_ENTRIES : OfdRefusal.NOT_ZIP);
        }
        int count = u16(file, end + 10);
        if (count == 0xffff || u32(file, end + 16) == -1 || u32(file, end + 12) == -1) {
            throw new OfdRefusedException(OfdRefusal.ZIP64);
        }
        if (u16(file, end + 4) != 0 || u16(file, end + 6) != 0 || u16(file, end + 8) != count) {
            throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN);
        }
        if (count > limits.entries()) {
            throw new OfdRefusedException(OfdRefusal.TOO_MANY_ENTRIES);
        }
        int directory = ZipFormat.size(file, end + 16);
        if ((long) directory + ZipFormat.size(file, end + 12) != end) {
            throw new OfdRefusedException(OfdRefusal.BYTES_OUTSIDE_ENTRIES);
        }
        readDirectory(directory, end, count);
        checkSpans(directory);
        return entries;
    }

    /** Whether the end of a zip stands somewhere before the end of the file. */
    private boolean endsLater(int from) {
        for (int at = Math.min(from, file.length - END_LENGTH); at >= 0 && at > from - 0x10000; at--) {
            if (u32(file, at) == END) {
                return true;
            }
        }
        return false;
    }

    private void readDirectory(int directory, int end, int count) {
        int at = directory;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_LENGTH > end || u32(file, at) != ENTRY) {
                throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN);
            }
            int next = at + ENTRY_LENGTH + u16(file, at + 28) + u16(file, at + 30) + u16(file, at + 32);
            if (next > end) {
                throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN);
            }
            take(at, directory);
            at = next;
        }
        if (at != end) {
            throw new OfdRefusedException(OfdRefusal.BYTES_OUTSIDE_ENTRIES);
        }
    }

    private void take(int at, int directory) {
        int flags = u16(file, at + 8);
        int nameLength = u16(file, at + 28);
        if (nameLength > limits.nameBytes()) {
            throw new OfdRefusedException(OfdRefusal.UNSAFE_NAME);
        }
        String name = EntryNames.decode(file, at + ENTRY_LENGTH, nameLength, (flags & 1 << 11) != 0);
        names.take(name);
        if ((flags & FORBIDDEN_FLAGS) != 0) {
            throw new OfdRefusedException(OfdRefusal.ENCRYPTED, name);
        }
        int method = u16(file, at + 10);
        if (method != OfdEntry.STORED && method != OfdEntry.DEFLATED || (flags & 1 << 5) != 0) {
            throw new OfdRefusedException(OfdRefusal.METHOD_NOT_SUPPORTED, name);
        }
        checkPlain(name, u32(file, at + 38));
        ZipFormat.Sizes sizes = ZipFormat.sizes(file, at, true);
        checkSizes(name, method, sizes);
        LocalHeader local = LocalHeader.read(file, at, sizes, directory);
        spans.add(new int[] {sizes.offset(), local.end()});
        entries.add(new OfdEntry(
                name,
                method,
                u32(file, at + 12),
                u32(file, at + 16),
                (int) sizes.unpacked(),
                file,
                local.content(),
                (int) sizes.packed()));
    }

    private static void checkPlain(String name, int attributes) {
        int type = attributes >>> 28;
        boolean plain = type == 0 || type == 8 || type == 4;
        boolean folderAgrees = type != 4 || name.endsWith("/");
        if (!plain || !folderAgrees) {
            throw new OfdRefusedException(OfdRefusal.NOT_A_PLAIN_FILE, name);
        }
    }

    private void checkSizes(String name, int method, ZipFormat.Sizes sizes) {
        if (sizes.packed() > file.length || method == OfdEntry.STORED && sizes.packed() != sizes.unpacked()) {
            throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN, name);
        }
        if (name.endsWith("/") && sizes.unpacked() != 0) {
            throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN, name);
        }
        unpacked += sizes.unpacked();
        boolean bomb = sizes.unpacked() > MIB && sizes.unpacked() / limits.ratio() > sizes.packed();
        if (sizes.unpacked() > limits.entryBytes() || unpacked > limits.unpackedBytes() || bomb) {
            throw new OfdRefusedException(OfdRefusal.UNPACKS_TOO_LARGE, name);
        }
    }

    private void checkSpans(int directory) {
        spans.sort(Comparator.comparingInt(span -> span[0]));
        int at = 0;
        for (int[] span : spans) {
            if (span[0] < at) {
                throw new OfdRefusedException(OfdRefusal.ENTRIES_OVERLAP);
            }
            if (span[0] > at) {
                throw new OfdRefusedException(OfdRefusal.BYTES_OUTSIDE_ENTRIES);
            }
            at = span[1];
        }
        if (at != directory) {
            throw new OfdRefusedException(
                    at > directory ? OfdRefusal.ENTRIES_OVERLAP : OfdRefusal.BYTES_OUTSIDE_ENTRIES);
        }
    }
}
