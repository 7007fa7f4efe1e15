package org.yinxin.sealing.ofd;

import static org.yinxin.sealing.ofd.ZipFormat.u16;
import static org.yinxin.sealing.ofd.ZipFormat.u32;

import java.util.Arrays;

/**
 * An entry's own header, held against the central directory's.
 *
 * @param content where the packed bytes begin
 * @param end where the entry ends, its data descriptor included
 */
record LocalHeader(int content, int end) {

    private static final int SIGNATURE = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LENGTH = 30;
    private static final int DESCRIPTOR_FOLLOWS = 1 << 3;
    /** How hard it was packed and how the name is written: what writers fill in as they like. */
    private static final int FREE_FLAGS = 1 << 1 | 1 << 2 | 1 << 11;

    static LocalHeader read(byte[] file, int central, ZipFormat.Sizes sizes, int directory) {
        int at = sizes.offset();
        if (at + LENGTH > directory || u32(file, at) != SIGNATURE) {
            throw new OfdRefusedException(OfdRefusal.ZIP_BROKEN);
        }
        checkAgreement(file, at, central);
        long content = (long) at + LENGTH + u16(file, at + 26) + u16(file, at + 28);
        long end = content + sizes.packed();
        if (end > directory) {
            throw new OfdRefusedException(OfdRefusal.ENTRIES_OVERLAP);
        }
        boolean descriptor = (u16(file, at + 6) & DESCRIPTOR_FOLLOWS) != 0;
        boolean empty = u32(file, at + 14) == 0 && u32(file, at + 18) == 0 && u32(file, at + 22) == 0;
        if (!descriptor || !empty) {
            checkSizes(file, at, central, sizes, descriptor);
        }
        int after = descriptor ? descriptorLength(file, (int) end, directory, central, sizes) : 0;
        return new LocalHeader((int) content, (int) end + after);
    }

    private static void checkAgreement(byte[] file, int at, int central) {
        int nameLength = u16(file, at + 26);
        boolean agrees = (u16(file, at + 6) & ~FREE_FLAGS) == (u16(file, central + 8) & ~FREE_FLAGS)
                && u16(file, at + 8) == u16(file, central + 10)
                && nameLength == u16(file, central + 28)
                && Arrays.equals(
                        file, at + LENGTH, at + LENGTH + nameLength, file, central + 46, central + 46 + nameLength);
        if (!agrees) {
            throw new OfdRefusedException(OfdRefusal.HEADERS_DISAGREE);
        }
    }

    private static void checkSizes(byte[] file, int at, int central, ZipFormat.Sizes sizes, boolean descriptor) {
        ZipFormat.Sizes own = ZipFormat.sizes(file, at, false);
        boolean left = descriptor && own.packed() == 0 && own.unpacked() == 0;
        boolean same = own.packed() == sizes.packed() && own.unpacked() == sizes.unpacked();
        boolean sum = u32(file, at + 14) == u32(file, central + 16) || descriptor && u32(file, at + 14) == 0;
        if (!sum || !same && !left) {
            throw new OfdRefusedException(OfdRefusal.HEADERS_DISAGREE);
        }
    }

    /** With or without its signature, with sizes of four or eight bytes; the one that says what the directory says. */
    private static int descriptorLength(byte[] file, int at, int directory, int central, ZipFormat.Sizes sizes) {
        int signed = at + 4 <= directory && u32(file, at) == DESCRIPTOR ? 4 : 0;
        for (int lead : new int[] {signed, 0}) {
            for (int width : new int[] {4, 8}) {
                int length = lead + 4 + 2 * width;
                if (at + length <= directory
                        && u32(file, at + lead) == u32(file, central + 16)
                        && number(file, at + lead + 4, width) == sizes.packed()
                        && number(file, at + lead + 4 + width, width) == sizes.unpacked()
                        && (at + length == directory || u32(file, at + length) == SIGNATURE)) {
                    return length;
                }
            }
        }
        throw new OfdRefusedException(OfdRefusal.HEADERS_DISAGREE);
    }

    private static long number(byte[] file, int at, int width) {
        long low = u32(file, at) & 0xffffffffL;
        return width == 4 ? low : low | (long) u32(file, at + 4) << 32;
    }
}
