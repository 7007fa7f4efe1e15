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
 *
 * @param complete whether the chain holds to its end; its newest section always does
 */
record XrefChain(List<XrefSection> sections, boolean complete) {

    private static final int MOST_SECTIONS = 10_000;
    private static final int TAIL = 2_048;

    /**
     * @param until the end of the part that is read
     * @throws MalformedPdfException when not even the newest section holds
     */
    static XrefChain of(byte[] file, int until) {
        XrefSectionReader reader = new XrefSectionReader(file, until);
        List<XrefSection> sections = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        OptionalLong next = OptionalLong.of(start(file, until));
        while (next.isPresent()) {
            if (!seen.add(next.getAsLong()) || sections.size() > MOST_SECTIONS) {
                return new XrefChain(List.copyOf(sections), false);
            }
            try {
                XrefSection section = section(reader, next.getAsLong());
                sections.add(section);
                next = section.previous();
            } catch (MalformedPdfException e) {
                if (sections.isEmpty()) {
                    throw e;
                }
                return new XrefChain(List.copyOf(sections), false);
            }
        }
        return new XrefChain(List.copyOf(sections), true);
    }

    private static XrefSection section(XrefSectionReader reader, long place) {
        XrefSection section = reader.at(place);
        return section.hidden().isPresent()
                ? section.with(reader.at(section.hidden().getAsLong()))
                : section;
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
