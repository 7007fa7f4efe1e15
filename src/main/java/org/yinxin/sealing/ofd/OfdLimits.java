package org.yinxin.sealing.ofd;

/**
 * How much an OFD file may ask of us before it is refused.
 *
 * @param unpackedBytes of all entries together
 * @param ratio how many times its packed size an entry of more than a mebibyte may unpack to
 * @param depth folders in a name
 * @param xmlBytes of one XML part
 * @param xmlDepth elements within elements
 */
public record OfdLimits(
        int fileBytes,
        int entries,
        int entryBytes,
        long unpackedBytes,
        int ratio,
        int depth,
        int nameBytes,
        int xmlBytes,
        int xmlDepth,
        int xmlElements,
        int xmlAttributes,
        int pages,
        int signatures) {

    private static final int MIB = 1 << 20;

    /** 50 MB, 10,000 entries, 128 MiB an entry, 512 MiB in all, 2,000 pages, 500 signatures (ADR 0080). */
    public static OfdLimits standard() {
        return new OfdLimits(
                50_000_000, 10_000, 128 * MIB, 512L * MIB, 250, 12, 400, 64 * MIB, 64, 2_000_000, 64, 2_000, 500);
    }
}
