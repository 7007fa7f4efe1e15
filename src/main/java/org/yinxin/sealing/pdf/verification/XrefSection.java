package org.yinxin.sealing.pdf.verification;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One cross-reference section with its trailer, as the file has it.
 *
 * @param place where it begins
 * @param entries by object number
 */
record XrefSection(int place, RawDictionary trailer, Map<Long, XrefEntry> entries) {

    OptionalLong previous() {
        return trailer.number("Prev");
    }

    /** The second section of a hybrid file, which old readers do not see. */
    OptionalLong hidden() {
        return trailer.number("XRefStm");
    }

    /** What new readers make of a hybrid file: the hidden section tells of the objects that this one gives up. */
    XrefSection with(XrefSection hidden) {
        Map<Long, XrefEntry> both = new HashMap<>(hidden.entries());
        entries.forEach((number, entry) -> {
            if (!(entry instanceof XrefEntry.Free)) {
                both.put(number, entry);
            }
        });
        return new XrefSection(place, trailer, both);
    }
}
