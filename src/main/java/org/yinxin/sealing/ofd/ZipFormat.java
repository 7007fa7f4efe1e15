package org.yinxin.sealing.ofd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The numbers of a zip: little-endian, and in the zip64 extra field where they stand as all ones. */
final class ZipFormat {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ZipFormat() {}

    /** Sizes of an entry and where its header stands. */
    record Sizes(long packed, long unpacked, int offset) {}

    static int u16(byte[] data, int at) {
        return (short) SHORT.get(data, at) & 0xffff;
    }

    static int u32(byte[] data, int at) {
        return (int) INT.get(data, at);
    }

    static void put16(byte[] data, int at, int value) {
        SHORT.set(data, at, (short) value);
    }

    static void put32(byte[] data, int at, int value) {
        INT.set(data, at, value);
    }

    /** A number that must be a position or length within the file. */
    static int size(byte[] data, int at) {
        int value = u32(data, at);
        if (value < 0 || value > data.length) {
            throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN);
        }
        return value;
    }

    /** The sizes in a central ({@code at} its start) or local header. */
    static Sizes sizes(byte[] file, int at, boolean central) {
        long packed = u32(file, at + (central ? 20 : 18)) & 0xffffffffL;
        long unpacked = u32(file, at + (central ? 24 : 22)) & 0xffffffffL;
        long offset = central ? u32(file, at + 42) & 0xffffffffL : 0;
        int extra = at + (central ? 46 : 30) + u16(file, at + (central ? 28 : 26));
        int extraEnd = extra + u16(file, at + (central ? 30 : 28));
        if (packed == 0xffffffffL || unpacked == 0xffffffffL || offset == 0xffffffffL) {
            int field = zip64(file, extra, extraEnd);
            int fieldEnd = field + u16(file, field - 2);
            if (unpacked == 0xffffffffL) {
                unpacked = wide(file, field, fieldEnd);
                field += 8;
            }
            if (packed == 0xffffffffL) {
                packed = wide(file, field, fieldEnd);
                field += 8;
            }
            if (offset == 0xffffffffL) {
                offset = wide(file, field, fieldEnd);
            }
        }
        if (offset > file.length) {
            throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN);
        }
        return new Sizes(packed, unpacked, (int) offset);
    }

    private static int zip64(byte[] file, int from, int end) {
        for (int at = from; at + 4 <= end; at += 4 + u16(file, at + 2)) {
            if (u16(file, at) == 1 && at + 4 + u16(file, at + 2) <= end) {
                return at + 4;
            }
        }
        throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN);
    }

    private static long wide(byte[] file, int at, int end) {
        if (at + 8 > end) {
            throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN);
        }
        long value = (long) LONG.get(file, at);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new OfdRefusedException(OfdRefusal.ZIP64);
        }
        return value;
    }
}
