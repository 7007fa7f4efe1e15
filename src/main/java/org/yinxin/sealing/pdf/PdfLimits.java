package org.yinxin.sealing.pdf;

/**
 * How much a PDF file may ask of us before it is refused: bytes of the file, pages, objects, and bytes that its streams
 * unpack to, each and together.
 */
public record PdfLimits(int fileBytes, int pages, int objects, long streamBytes, long unpackedBytes) {

    private static final int MIB = 1 << 20;

    /** 50 MB, 2,000 pages, 500,000 objects, 128 MiB a stream, 1 GiB in all (ADR 0033). */
    public static PdfLimits standard() {
        return new PdfLimits(50_000_000, 2_000, 500_000, 128L * MIB, 1024L * MIB);
    }
}
