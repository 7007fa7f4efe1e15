package org.yinxin.sealing.pdf;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at the raw bytes for streams that unpack to more than a document can honestly need, before PDFBox opens the
 * file: it unpacks a stream wholly into memory, cross-reference and object streams already on opening.
 */
final class UnpackingGuard {

    private static final byte[] STREAM = ascii("stream");
    private static final byte[] OBJECTS = ascii("/ObjStm");
    private static final byte[] REFERENCES = ascii("/XRef");
    private static final byte[] OBJECT_END = ascii("endobj");
    private static final int DICTIONARY_WINDOW = 2_048;
    private static final Pattern STRUCTURE = Pattern.compile("/(ObjStm|XRef)\\b");
    private static final Pattern UNUSUAL =
            Pattern.compile("/(LZW|RL|RunLength|A85|ASCII85|AHx|ASCIIHex)(Decode)?\\b|/[A-Za-z0-9]*#");

    private final PdfLimits limits;
    private final byte[] file;
    private final Inflater inflater = new Inflater(true);
    private final byte[] sink = new byte[65_536];
    private long unpacked;

    private UnpackingGuard(byte[] file, PdfLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    static void check(byte[] file, PdfLimits limits) {
        UnpackingGuard guard = new UnpackingGuard(file, limits);
        try {
            guard.check();
        } finally {
            guard.inflater.end();
        }
    }

    private void check() {
        int objects = 0;
        for (int i = 1; i + STREAM.length < file.length; i++) {
            // A letter before it makes it endobj or endstream.
            if (file[i - 1] == 'd') {
                continue;
            }
            if (file[i] == 'o' && file[i + 1] == 'b' && file[i + 2] == 'j') {
                objects++;
            } else if (file[i] == 's' && standsAt(i, STREAM)) {
                unpacked += inflated(
                        dataStart(i + STREAM.length), isStructure(i) ? structureLimit() : limits.streamBytes());
            }
            if (objects > limits.objects() || unpacked > limits.unpackedBytes()) {
                throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
            }
        }
    }

    private long structureLimit() {
        return limits.streamBytes() / 8;
    }

    private boolean isStructure(int keyword) {
        int from = Math.max(0, keyword - DICTIONARY_WINDOW);
        if (!mentionsStructure(from, keyword)) {
            return false;
        }
        String before = new String(file, from, keyword - from, StandardCharsets.ISO_8859_1);
        String dictionary = before.substring(Math.max(0, before.lastIndexOf("endobj")));
        if (!STRUCTURE.matcher(dictionary).find()) {
            return false;
        }
        // Whoever writes these streams deflates them; other packings are only met where something is hidden.
        if (UNUSUAL.matcher(dictionary).find()) {
            throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
        }
        return true;
    }

    /** Backwards to the object before, which is near: most streams are pages, and patterns are dear. */
    private boolean mentionsStructure(int from, int keyword) {
        for (int i = keyword - 1; i >= from; i--) {
            if (file[i] == '/' && (standsAt(i, OBJECTS) || standsAt(i, REFERENCES))) {
                return true;
            }
            if (file[i] == 'e' && standsAt(i, OBJECT_END)) {
                return false;
            }
        }
        return false;
    }

    /** PDFBox skips the two header bytes unread and inflates what follows, whatever the dictionary says; so does this. */
    private long inflated(int start, long limit) {
        if (start + 2 >= file.length) {
            return 0;
        }
        long count = 0;
        try {
            inflater.reset();
            inflater.setInput(file, start + 2, file.length - start - 2);
            int read = inflater.inflate(sink);
            while (read > 0) {
                count += read;
                if (count > limit) {
                    throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
                }
                read = inflater.inflate(sink);
            }
        } catch (DataFormatException e) {
            // Not deflated, or broken from here on: PDFBox gets no further either.
        }
        return count;
    }

    private boolean standsAt(int at, byte[] word) {
        for (int i = 1; i < word.length; i++) {
            if (at + i >= file.length || file[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    private int dataStart(int after) {
        int start = after;
        while (start < file.length && file[start] == ' ') {
            start++;
        }
        if (start < file.length && file[start] == '\r') {
            start++;
        }
        return start < file.length && file[start] == '\n' ? start + 1 : start;
    }
}
