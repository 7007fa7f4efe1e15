package org.yinxin.sealing.pdf.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.pdf.PdfFile;

/**
 * Whether all that stands behind a signature is proof of its validity: the document security store (ISO 32000-2,
 * 12.8.4.3), which level LT appends and nobody signs, for it proves itself. Only the catalog's entry for the store may
 * differ, and only the store's own objects may be new.
 */
final class AppendedProof {

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 100_000;

    private AppendedProof() {}

    /** @throws MalformedPdfException when the cross-references of the signed or of a later revision do not hold */
    static boolean isAllBehind(byte[] file, int signedUntil, PDDocument whole) throws IOException {
        Set<Long> defined = AppendedSections.of(file, signedUntil).defined();
        if (defined.isEmpty()
                || !endsAsPdfsDo(file)
                || !LaterRevisions.compare(file, signedUntil, whole, Set.of())
                        .changes()
                        .isEmpty()) {
            return false;
        }
        try (PDDocument signed = PdfFile.reopen(Arrays.copyOf(file, signedUntil))) {
            COSObjectKey catalog = key(whole.getDocument().getTrailer().getItem(COSName.ROOT));
            COSDictionary before = signed.getDocumentCatalog().getCOSObject();
            COSDictionary now = whole.getDocumentCatalog().getCOSObject();
            if (catalog == null || !SameObject.differing(before, now).equals(Set.of(DSS))) {
                return false;
            }
            Set<Long> allowed = below(now.getItem(DSS));
            signed.getDocument().getXrefTable().keySet().forEach(known -> allowed.remove(known.getNumber()));
            allowed.add(catalog.getNumber());
            return defined.stream()
                    .allMatch(number -> allowed.contains(number) || isCrossReference(whole, signed, number));
        }
    }

    /** A cross-reference may itself be an object (ISO 32000-1, 7.5.8). */
    private static boolean isCrossReference(PDDocument whole, PDDocument signed, long number) {
        COSObjectKey key = new COSObjectKey(number, 0);
        COSObject object = whole.getDocument().getObjectFromPool(key);
        return !signed.getDocument().getXrefTable().containsKey(key)
                && object != null
                && object.getObject() instanceof COSDictionary dictionary
                && COSName.XREF.equals(dictionary.getCOSName(COSName.TYPE));
    }

    private static @Nullable COSObjectKey key(@Nullable COSBase item) {
        return item instanceof COSObject reference ? reference.getKey() : null;
    }

    /** The numbers of all objects of the store. */
    private static Set<Long> below(@Nullable COSBase store) {
        Set<Long> numbers = new HashSet<>();
        Deque<COSBase> left = new ArrayDeque<>();
        if (store != null) {
            left.push(store);
        }
        while (!left.isEmpty() && numbers.size() < MOST) {
            COSBase item = left.pop();
            if (item instanceof COSObject reference) {
                COSObjectKey key = reference.getKey();
                if (key != null && numbers.add(key.getNumber()) && reference.getObject() != null) {
                    left.push(reference.getObject());
                }
            } else if (item instanceof COSDictionary dictionary) {
                dictionary.getValues().forEach(left::push);
            } else if (item instanceof COSArray array) {
                array.forEach(left::push);
            }
        }
        return numbers;
    }

    private static boolean endsAsPdfsDo(byte[] file) {
        int end = file.length;
        while (end > 0 && file.length - end < 2 && (file[end - 1] == '\n' || file[end - 1] == '\r')) {
            end--;
        }
        return end >= END.length && Arrays.equals(file, end - END.length, end, END, 0, END.length);
    }
}
