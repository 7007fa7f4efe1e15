package org.yinxin.sealing.pdf.verification;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * How a file is put together, from its own bytes, held against what the library made of it.
 *
 * @param chain absent when the cross-references do not hold
 * @param places of objects by their numbers
 */
record FileStructure(Optional<XrefChain> chain, Map<COSObjectKey, Long> places, Set<StructureQuirk> quirks) {

    private static final byte[] BYTE_RANGE = "/ByteRange".getBytes(StandardCharsets.US_ASCII);

    static FileStructure of(byte[] file, PDDocument document) {
        Set<StructureQuirk> quirks = EnumSet.noneOf(StructureQuirk.class);
        Map<COSObjectKey, Long> places = document.getDocument().getXrefTable();
        if (file.length < 5 || file[0] != '%' || file[1] != 'P' || file[2] != 'D' || file[3] != 'F') {
            quirks.add(StructureQuirk.BYTES_BEFORE_HEADER);
        }
        if (document.isEncrypted()) {
            quirks.add(StructureQuirk.ENCRYPTED);
        }
        Optional<XrefChain> chain = chain(file);
        if (!chain.map(XrefChain::complete).orElse(false) || !agrees(file, chain.get(), places)) {
            quirks.add(StructureQuirk.REPAIRED);
        }
        return new FileStructure(chain, places, quirks);
    }

    private static Optional<XrefChain> chain(byte[] file) {
        try {
            return Optional.of(XrefChain.of(file, file.length));
        } catch (MalformedPdfException e) {
            return Optional.empty();
        }
    }

    /** Whether the library took each object from where the file says, and finds it there. */
    private static boolean agrees(byte[] file, XrefChain chain, Map<COSObjectKey, Long> places) {
        Map<Long, XrefEntry> entries = chain.entries();
        for (Map.Entry<COSObjectKey, Long> found : places.entrySet()) {
            boolean same = switch (entries.get(found.getKey().getNumber())) {
                case XrefEntry.Plain plain ->
                    plain.place() == found.getValue() && isObject(file, plain.place(), found.getKey());
                case XrefEntry.Packed packed -> packed.container() == -found.getValue();
                case XrefEntry.Free free -> false;
                case null -> false;
            };
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean isObject(byte[] file, long place, COSObjectKey key) {
        try {
            RawSyntax syntax = new RawSyntax(file, (int) Math.min(place, Integer.MAX_VALUE), file.length);
            return syntax.integer() == key.getNumber()
                    && syntax.integer() == key.getGeneration()
                    && syntax.skips("obj");
        } catch (MalformedPdfException e) {
            return false;
        }
    }

    /** Where an object stands by itself; negative when it does not. */
    long place(@Nullable COSObjectKey key) {
        return key == null ? -1 : places.getOrDefault(key, -1L);
    }

    /** With what only shows against the signatures that the form holds. */
    Set<StructureQuirk> quirksWith(byte[] file, PdfContents contents, PDDocument document) {
        Set<StructureQuirk> all = EnumSet.noneOf(StructureQuirk.class);
        all.addAll(quirks);
        long shown = contents.signatures().stream()
                .filter(signature -> signature.fault() != ByteRange.Fault.MISSING)
                .map(FoundSignature::range)
                .distinct()
                .count();
        // Every object is looked at only where the bytes hold more than the form shows.
        if (mentions(file) > shown && present(document) > shown) {
            all.add(StructureQuirk.HIDDEN_SIGNATURE);
        }
        return all;
    }

    private static int mentions(byte[] file) {
        int count = 0;
        for (int i = 0; i + BYTE_RANGE.length <= file.length; i++) {
            if (file[i] == '/' && Arrays.equals(file, i, i + BYTE_RANGE.length, BYTE_RANGE, 0, BYTE_RANGE.length)) {
                count++;
            }
        }
        return count;
    }

    private long present(PDDocument document) {
        return places.keySet().stream()
                .map(key -> document.getDocument().getObjectFromPool(key).getObject())
                .filter(FileStructure::isSignature)
                .count();
    }

    private static boolean isSignature(@Nullable COSBase object) {
        return object instanceof COSDictionary dictionary
                && dictionary.containsKey(COSName.BYTERANGE)
                && dictionary.containsKey(COSName.CONTENTS);
    }
}
