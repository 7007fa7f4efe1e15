package org.yinxin.sealing.ofd;

import static org.yinxin.sealing.ofd.ZipFormat.put16;
import static org.yinxin.sealing.ofd.ZipFormat.put32;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a package as a plain zip: sizes in the headers, no descriptors, no extra fields, UTF-8 names. */
final class OfdWriter {

    /** The first of January 1980, the earliest that a zip can say: when a part was packed is nobody's business. */
    private static final int TIME = 0x00210000;

    private static final int LOCAL = 30;
    private static final int CENTRAL = 46;
    private static final int END = 22;
    private static final int UTF_8 = 1 << 11;

    private static final ThreadLocal<Deflater> DEFLATER =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.DEFAULT_COMPRESSION, true));

    private OfdWriter() {}

    static OfdEntry entry(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        byte[] packed = isXml(name) ? deflate(content) : content;
        boolean smaller = packed.length < content.length;
        byte[] holder = smaller ? packed : content;
        int method = smaller ? OfdEntry.DEFLATED : OfdEntry.STORED;
        return new OfdEntry(name, method, TIME, (int) sum.getValue(), content.length, holder, 0, holder.length);
    }

    /** What else is written is a seal or a signature with one: a packed picture and keys, which pack no further. */
    private static boolean isXml(String name) {
        return name.endsWith(".xml");
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = DEFLATER.get();
        deflater.reset();
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length];
        int length = deflater.deflate(packed);
        return deflater.finished() ? Arrays.copyOf(packed, length) : content;
    }

    static byte[] write(Collection<OfdEntry> entries) {
        List<byte[]> names = new ArrayList<>(entries.size());
        long length = END;
        for (OfdEntry entry : entries) {
            byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
            names.add(name);
            length += LOCAL + CENTRAL + 2L * name.length + entry.packedSize;
        }
        if (length > Integer.MAX_VALUE - 8 || entries.size() >= 0xffff) {
            throw new OfdRefusedException(OfdRefusal.TOO_LARGE);
        }
        byte[] zip = new byte[(int) length];
        int[] offsets = new int[entries.size()];
        int at = 0;
        int i = 0;
        for (OfdEntry entry : entries) {
            offsets[i] = at;
            at = local(zip, at, entry, names.get(i));
            i++;
        }
        int directory = at;
        i = 0;
        for (OfdEntry entry : entries) {
            at = central(zip, at, entry, names.get(i), offsets[i]);
            i++;
        }
        end(zip, at, entries.size(), directory);
        return zip;
    }

    private static int local(byte[] zip, int at, OfdEntry entry, byte[] name) {
        put32(zip, at, 0x04034b50);
        common(zip, at + 4, entry, name);
        System.arraycopy(name, 0, zip, at + LOCAL, name.length);
        entry.copyPacked(zip, at + LOCAL + name.length);
        return at + LOCAL + name.length + entry.packedSize;
    }

    private static int central(byte[] zip, int at, OfdEntry entry, byte[] name, int offset) {
        put32(zip, at, 0x02014b50);
        put16(zip, at + 4, 20);
        common(zip, at + 6, entry, name);
        put32(zip, at + 38, entry.isFolder() ? 0x10 : 0);
        put32(zip, at + 42, offset);
        System.arraycopy(name, 0, zip, at + CENTRAL, name.length);
        return at + CENTRAL + name.length;
    }

    /** From the version needed to the length of the extra field: the same in both headers. */
    private static void common(byte[] zip, int at, OfdEntry entry, byte[] name) {
        put16(zip, at, 20);
        put16(zip, at + 2, name.length == entry.name.length() ? 0 : UTF_8);
        put16(zip, at + 4, entry.method);
        put32(zip, at + 6, entry.time);
        put32(zip, at + 10, entry.crc);
        put32(zip, at + 14, entry.packedSize);
        put32(zip, at + 18, entry.size);
        put16(zip, at + 22, name.length);
    }

    private static void end(byte[] zip, int at, int count, int directory) {
        put32(zip, at, 0x06054b50);
        put16(zip, at + 8, count);
        put16(zip, at + 10, count);
        put32(zip, at + 12, at - directory);
        put32(zip, at + 16, directory);
    }
}
