package org.yinxin.sealing.pdf.verification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The cross-reference sections that a reader follows from the end of a file, or of its part that a signature covers,
 * newest first (ISO 32000-2, 7.5.5 to 7.5.8). Read from the bytes, so that what a library repairs is noticed.
 */
record XrefChain(List<XrefSection> sections, boolean hybrid) {

    private static final int MOST_SECTIONS = 10_000;
    private static final int TAIL = 2_048;

    /**
     * @param until the end of the part that is read
     * @throws MalformedPdfException when the chain does not hold
     */
    static XrefChain of(byte[] file, int until) {
        XrefSectionReader reader = new XrefSectionReader(file, until);
        List<XrefSection> sections = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        boolean hybrid = false;
        OptionalLong next = OptionalLong.of(start(file, until));
        while (next.isPresent()) {
            if (!seen.add(next.getAsLong()) || sections.size() > MOST_SECTIONS) {
                throw new MalformedPdfException("end of the chain of cross-references", (int) next.getAsLong());
            }
            XrefSection section = reader.at(next.getAsLong());
            if (section.hidden().isPresent()) {
                hybrid = true;
                section = section.with(reader.at(section.hidden().getAsLong()));
            }
            sections.add(section);
            next = section.previous();
        }
        return new XrefChain(List.copyOf(sections), hybrid);
    }

    private static long start(byte[] file, int until) {
        int from = Math.max(0, until - TAIL);
        String tail = new String(file, from, until - from, StandardCharsets.ISO_8859_1);
        int word = tail.lastIndexOf("startxref");
        if (word < 0) {
            throw new MalformedPdfException("startxref", until);
        }
        RawSyntax syntax = new RawSyntax(file, from + word, until);
        syntax.expect("startxref");
        long place = syntax.integer();
        String rest = tail.substring(syntax.position() - from);
        if (!rest.strip().equals("%%EOF")) {
            throw new MalformedPdfException("%%EOF", until);
        }
        return place;
    }

    /** What counts for each object number: the newest section that names it. */
    Map<Long, XrefEntry> entries() {
        Map<Long, XrefEntry> entries = new HashMap<>();
        for (XrefSection section : sections) {
            section.entries().forEach(entries::putIfAbsent);
        }
        return entries;
    }

    XrefSection newest() {
        return sections.getFirst();
    }
}
