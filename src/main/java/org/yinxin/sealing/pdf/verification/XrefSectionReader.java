package org.yinxin.sealing.pdf.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the cross-reference section at a place: a table or a stream, exactly there or not at all. */
final class XrefSectionReader {

    private static final int MOST_ENTRIES = 1_000_000;

    private final byte[] file;
    private final int limit;

    XrefSectionReader(byte[] file, int limit) {
        this.file = file;
        this.limit = limit;
    }

    /** @throws MalformedPdfException when there is no section at this place */
    XrefSection at(long place) {
        if (place < 0 || place >= limit) {
            throw new MalformedPdfException("cross-reference within the file", (int) Math.min(place, limit));
        }
        RawSyntax syntax = new RawSyntax(file, (int) place, limit);
        return syntax.skips("xref") ? table((int) place, syntax) : stream((int) place, syntax);
    }

    private XrefSection table(int place, RawSyntax syntax) {
        Map<Long, XrefEntry> entries = new HashMap<>();
        while (!syntax.skips("trailer")) {
            long first = syntax.integer();
            long count = syntax.integer();
            checkCount(count, entries, syntax);
            for (long number = first; number < first + count; number++) {
                long target = syntax.integer();
                long generation = syntax.integer();
                if (syntax.skips("f")) {
                    entries.put(number, new XrefEntry.Free());
                } else {
                    syntax.expect("n");
                    entries.put(number, new XrefEntry.Plain(target, generation));
                }
            }
        }
        return new XrefSection(place, RawDictionary.at(file, syntax.position(), limit), entries);
    }

    private XrefSection stream(int place, RawSyntax syntax) {
        syntax.integer();
        syntax.integer();
        syntax.expect("obj");
        RawDictionary dictionary = RawDictionary.at(file, syntax.position(), limit);
        if (!"/XRef".equals(dictionary.text("Type")) || !dictionary.repeated().isEmpty()) {
            throw new MalformedPdfException("cross-reference stream", place);
        }
        byte[] data = XrefStreamData.of(file, dictionary, limit);
        return new XrefSection(place, dictionary, entries(dictionary, data, place));
    }

    private Map<Long, XrefEntry> entries(RawDictionary dictionary, byte[] data, int place) {
        List<Long> widths = dictionary.numbers("W");
        if (widths.size() != 3 || widths.stream().anyMatch(width -> width < 0 || width > 8)) {
            throw new MalformedPdfException("column widths", place);
        }
        List<Long> index = dictionary.span("Index").isPresent()
                ? dictionary.numbers("Index")
                : List.of(0L, dictionary.number("Size").orElse(0));
        Map<Long, XrefEntry> entries = new HashMap<>();
        int at = 0;
        int width = Math.toIntExact(widths.stream().mapToLong(Long::longValue).sum());
        for (int i = 0; i + 1 < index.size(); i += 2) {
            long first = index.get(i);
            for (long number = first; number < first + index.get(i + 1) && at + width <= data.length; number++) {
                entries.put(number, entry(data, at, widths));
                at += width;
                if (width == 0 || entries.size() > MOST_ENTRIES) {
                    throw new MalformedPdfException("end of the cross-reference", place);
                }
            }
        }
        return entries;
    }

    private static XrefEntry entry(byte[] data, int at, List<Long> widths) {
        int one = widths.get(0).intValue();
        int two = widths.get(1).intValue();
        long type = one == 0 ? 1 : number(data, at, one);
        long second = number(data, at + one, two);
        long third = number(data, at + one + two, widths.get(2).intValue());
        return switch ((int) type) {
            case 0 -> new XrefEntry.Free();
            case 1 -> new XrefEntry.Plain(second, third);
            default -> new XrefEntry.Packed(second, third);
        };
    }

    private static long number(byte[] data, int at, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | data[at + i] & 0xff;
        }
        return number;
    }

    private static void checkCount(long count, Map<Long, XrefEntry> entries, RawSyntax syntax) {
        if (count + entries.size() > MOST_ENTRIES) {
            throw new MalformedPdfException("end of the cross-reference", syntax.position());
        }
    }
}
