package org.yinxin.sealing.pdf;

import java.util.HexFormat;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * A signature dictionary (ISO 32000-1, 12.8.1) whose value is not known yet: it keeps room for the value and for the
 * byte range around it.
 */
final class SignatureSlot {

    private static final int RANGE_WIDTH = 40;

    private final COSDictionary entries;
    private final int space;
    private int rangeAt;
    private int contentsAt;

    /** @param space the most bytes that the signature value may have */
    SignatureSlot(COSDictionary entries, int space) {
        this.entries = entries;
        this.space = space;
    }

    static COSDictionary entries(String filter, String subFilter) {
        COSDictionary entries = new COSDictionary();
        entries.setItem(COSName.TYPE, COSName.SIG);
        entries.setItem(COSName.FILTER, COSName.getPDFName(filter));
        entries.setItem(COSName.SUB_FILTER, COSName.getPDFName(subFilter));
        return entries;
    }

    int space() {
        return space;
    }

    void writeTo(PdfOutput out, int offset) {
        out.text("<<").entries(entries).text("/ByteRange ");
        rangeAt = offset + out.size();
        out.text(" ".repeat(RANGE_WIDTH)).text("/Contents ");
        contentsAt = offset + out.size();
        out.text("<").text("0".repeat(2 * space)).text(">>>");
    }

    /** Writes the byte range into the finished file and has the rest of the file signed. */
    void fill(byte[] file, ValueMaker maker) {
        CoveredBytes signed = new CoveredBytes(file, contentsAt, contentsAt + 2 * space + 2);
        put(file, rangeAt, signed.range());
        byte[] value = maker.value(signed);
        if (value.length > space) {
            throw new IllegalStateException("A signature of " + value.length + " bytes; there is room for " + space);
        }
        put(file, contentsAt + 1, HexFormat.of().formatHex(value));
    }

    private static void put(byte[] file, int at, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            file[at + i] = (byte) ascii.charAt(i);
        }
    }

    /** Makes the signature value over the bytes. */
    @FunctionalInterface
    interface ValueMaker {
        byte[] value(CoveredBytes bytes);
    }
}
