package org.yinxin.sealing.ofd;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** One entry of the zip: its packed bytes as they stand in the file, unpacked when asked for and not before. */
final class OfdEntry {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final ThreadLocal<Inflater> INFLATER = ThreadLocal.withInitial(() -> new Inflater(true));

    final String name;
    final int method;
    final int time;
    final int crc;
    final int size;
    private final byte[] holder;
    private final int from;
    final int packedSize;
    private byte @Nullable [] content;

    OfdEntry(String name, int method, int time, int crc, int size, byte[] holder, int from, int packedSize) {
        this.name = name;
        this.method = method;
        this.time = time;
        this.crc = crc;
        this.size = size;
        this.holder = holder;
        this.from = from;
        this.packedSize = packedSize;
    }

    boolean isFolder() {
        return name.endsWith("/");
    }

    void copyPacked(byte[] into, int at) {
        System.arraycopy(holder, from, into, at, packedSize);
    }

    /** Not copied: callers inside the engine leave it as it is. */
    byte[] content() {
        byte[] known = content;
        if (known == null) {
            known = unpack();
            content = known;
        }
        return known;
    }

    private byte[] unpack() {
        byte[] unpacked = method == STORED ? Arrays.copyOfRange(holder, from, from + packedSize) : inflate();
        CRC32 sum = new CRC32();
        sum.update(unpacked);
        if (unpacked.length != size || (int) sum.getValue() != crc) {
            throw new OfdRefusedException(OfdRefusal.CONTENT_BROKEN, name);
        }
        return unpacked;
    }

    /** Never more than the size that the directory declares, and that was held against the limits. */
    private byte[] inflate() {
        Inflater inflater = INFLATER.get();
        inflater.reset();
        inflater.setInput(holder, from, packedSize);
        byte[] unpacked = new byte[size];
        try {
            int at = 0;
            while (at < size) {
                int some = inflater.inflate(unpacked, at, size - at);
                if (some == 0) {
                    break;
                }
                at += some;
            }
            boolean ended = inflater.finished() || inflater.inflate(new byte[1]) == 0 && inflater.finished();
            if (at != size || !ended || inflater.getRemaining() != 0) {
                throw new OfdRefusedException(OfdRefusal.CONTENT_BROKEN, name);
            }
            return unpacked;
        } catch (DataFormatException e) {
            throw new OfdRefusedException(OfdRefusal.CONTENT_BROKEN, name, e);
        }
    }
}
