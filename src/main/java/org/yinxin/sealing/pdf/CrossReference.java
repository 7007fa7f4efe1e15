package org.yinxin.sealing.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * The last cross-reference of a file, to which a revision's own is chained (ISO 32000-1, 7.5.4 and 7.5.8). Where the
 * file's is not found at the place that the file names, the revision brings a whole one, so that every reader sees the
 * same objects from then on.
 *
 * @param at its place, or -1 when there is none to go on from
 * @param isStream whether it is a stream, as then all later ones must be
 */
record CrossReference(long at, boolean isStream) {

    private static final int[] WIDTHS = {1, 5, 2};

    static CrossReference of(byte[] file, COSDocument document) {
        long at = document.getStartXref();
        boolean stream = document.isXRefStream();
        return isThere(file, at, stream) ? new CrossReference(at, stream) : new CrossReference(-1, false);
    }

    private static boolean isThere(byte[] file, long at, boolean stream) {
        if (file[0] != '%' || at <= 0 || at + 4 > file.length) {
            return false;
        }
        return stream
                ? file[(int) at] >= '0' && file[(int) at] <= '9'
                : "xref".equals(new String(file, (int) at, 4, StandardCharsets.ISO_8859_1));
    }

    /**
     * Writes the revision's cross-reference, trailer and end.
     *
     * @param places of the revision's objects
     * @param self the number that a cross-reference stream may take
     */
    CrossReference append(
            PdfOutput out, int offset, Map<COSObjectKey, Long> places, COSDictionary trailer, COSObjectKey self) {
        long here = (long) offset + out.size();
        if (at >= 0) {
            trailer.setLong(COSName.PREV, at);
        }
        if (isStream) {
            places.put(self, here);
            writeStream(out, places, trailer, self);
        } else {
            writeTable(out, places, trailer);
        }
        out.text("startxref\n" + here + "\n%%EOF\n");
        return new CrossReference(here, isStream);
    }

    private static void writeTable(PdfOutput out, Map<COSObjectKey, Long> places, COSDictionary trailer) {
        out.text("xref\n0 1\n0000000000 65535 f \n");
        runs(places).forEach((first, run) -> {
            out.text(first + " " + run.size() + "\n");
            run.forEach(key -> out.text("%010d %05d n \n".formatted(places.get(key), key.getGeneration())));
        });
        out.text("trailer\n").value(trailer).text("\n");
    }

    private static void writeStream(
            PdfOutput out, Map<COSObjectKey, Long> places, COSDictionary trailer, COSObjectKey self) {
        COSArray index = new COSArray();
        runs(places).forEach((first, run) -> {
            index.add(COSInteger.get(first));
            index.add(COSInteger.get(run.size()));
        });
        COSArray widths = new COSArray();
        PdfOutput entries = new PdfOutput();
        for (int width : WIDTHS) {
            widths.add(COSInteger.get(width));
        }
        places.forEach((key, place) -> {
            number(entries, 1, WIDTHS[0]);
            number(entries, place, WIDTHS[1]);
            number(entries, key.getGeneration(), WIDTHS[2]);
        });
        trailer.setItem(COSName.TYPE, COSName.XREF);
        trailer.setItem(COSName.INDEX, index);
        trailer.setItem(COSName.W, widths);
        trailer.setInt(COSName.LENGTH, entries.size());
        out.text(self.getNumber() + " 0 obj\n")
                .value(trailer)
                .text("\nstream\n")
                .writeBytes(entries.toByteArray());
        out.text("\nendstream\nendobj\n");
    }

    private static void number(PdfOutput out, long value, int width) {
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }

    /** Keys with consecutive numbers together, by their first number. */
    private static Map<Long, List<COSObjectKey>> runs(Map<COSObjectKey, Long> places) {
        Map<Long, List<COSObjectKey>> runs = new TreeMap<>();
        long[] last = {-2, -2};
        for (COSObjectKey key : places.keySet()) {
            if (key.getNumber() != last[0] + 1) {
                last[1] = key.getNumber();
            }
            last[0] = key.getNumber();
            runs.computeIfAbsent(last[1], first -> new ArrayList<>()).add(key);
        }
        return runs;
    }
}
