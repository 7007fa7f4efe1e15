package org.yinxin.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of documents that can be stamped and checked, told apart by their first bytes. */
public enum DocumentKind {
    PDF(".pdf", "application/pdf"),
    /** GB/T 33190-2016: a ZIP container. */
    OFD(".ofd", "application/ofd");

    /** Readers look for a PDF's header in the first kilobyte (ISO 32000-1, annex H, 3.4.1). */
    private static final int HEADER_WINDOW = 1_024;

    private final String ending;
    private final String mediaType;

    DocumentKind(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** How the names of such files end, dot included. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty when it is neither. */
    public static Optional<DocumentKind> of(byte[] file) {
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4) {
            return Optional.of(OFD);
        }
        String start = new String(file, 0, Math.min(file.length, HEADER_WINDOW), StandardCharsets.ISO_8859_1);
        return start.contains("%PDF-") ? Optional.of(PDF) : Optional.empty();
    }
}
