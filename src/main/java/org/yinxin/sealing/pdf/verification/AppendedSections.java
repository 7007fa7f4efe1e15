package org.yinxin.sealing.pdf.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the cross-references that came after a signature say of the objects before it. A library forgets objects that are
 * given up and looks at generations that others ignore; so this is read from the bytes.
 *
 * @param breaches what no honest later revision does, by the objects' numbers
 * @param defined the numbers of all objects that were defined later
 */
record AppendedSections(List<String> breaches, Set<Long> defined) {

    /** @throws MalformedPdfException when the cross-references of the signed or of a later revision do not hold */
    static AppendedSections of(byte[] file, int signedUntil) {
        XrefChain signed = XrefChain.of(file, signedUntil);
        Map<Long, XrefEntry> before = signed.entries();
        List<String> breaches = new ArrayList<>();
        Set<Long> defined = new HashSet<>();
        boolean reached = false;
        for (XrefSection section : XrefChain.of(file, file.length).sections()) {
            if (section.place() == signed.newest().place()) {
                reached = true;
                break;
            }
            if (section.place() < signedUntil || section.hidden().isPresent()) {
                breaches.add("xref " + section.place());
            }
            section.entries().forEach((number, entry) -> note(number, before.get(number), entry, breaches, defined));
        }
        if (!reached) {
            breaches.add("xref");
        }
        return new AppendedSections(breaches, defined);
    }

    private static void note(
            long number,
            @org.jspecify.annotations.Nullable XrefEntry old,
            XrefEntry now,
            List<String> breaches,
            Set<Long> defined) {
        switch (now) {
            case XrefEntry.Free free -> {
                if (old != null && !(old instanceof XrefEntry.Free) && number > 0) {
                    breaches.add(number + " given up");
                }
            }
            case XrefEntry.Plain plain -> {
                defined.add(number);
                boolean otherGeneration = old instanceof XrefEntry.Plain first
                        ? first.generation() != plain.generation()
                        : old instanceof XrefEntry.Packed && plain.generation() != 0;
                if (otherGeneration) {
                    breaches.add(number + " " + plain.generation());
                }
            }
            case XrefEntry.Packed packed -> defined.add(number);
        }
    }
}
