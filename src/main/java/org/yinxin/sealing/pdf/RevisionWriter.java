package org.yinxin.sealing.pdf;

import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Appends revisions to a file (incremental updates, ISO 32000-1, 7.5.6): new and changed objects and a cross-reference
 * of the kind that the file has. What stands before stays as it is, byte for byte.
 */
final class RevisionWriter {

    private static final long MOST_OBJECTS = 8_388_607;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final COSDocument document;
    private final Map<COSObjectKey, Content> pending = new TreeMap<>();
    private byte[] file;
    private CrossReference last;
    private long next;

    RevisionWriter(byte[] file, COSDocument document) {
        this.file = file;
        this.document = document;
        this.last = CrossReference.of(file, document);
        this.next = Math.max(
                        document.getTrailer().getLong(COSName.SIZE, 0) - 1,
                        document.getXrefTable().keySet().stream()
                                .mapToLong(COSObjectKey::getNumber)
                                .max()
                                .orElse(0))
                + 1;
        if (next > MOST_OBJECTS) {
            throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
        }
    }

    byte[] file() {
        return file;
    }

    /** Takes in a new object and answers with the reference to it. */
    COSObject add(COSBase object) {
        return reference(object, out -> out.value(object));
    }

    /** Takes in a new stream whose data is packed already, as its dictionary says. */
    COSObject add(COSDictionary dictionary, byte[] packed) {
        dictionary.setInt(COSName.LENGTH, packed.length);
        return reference(dictionary, out -> {
            out.value(dictionary).text("\nstream\n").writeBytes(packed);
            out.text("\nendstream");
        });
    }

    COSObject add(SignatureSlot slot) {
        return reference(new COSDictionary(), out -> slot.writeTo(out, file.length));
    }

    /** Has an object that the file holds written anew. */
    void change(COSBase object) {
        COSObjectKey key = object.getKey();
        if (key == null) {
            throw new PdfRefusedException(PdfRefusal.BROKEN);
        }
        pending.putIfAbsent(key, out -> out.value(object));
    }

    /** Ends the revision; the next one begins. */
    void append() {
        PdfOutput out = new PdfOutput();
        if (file[file.length - 1] != '\n') {
            out.text("\n");
        }
        Map<COSObjectKey, Long> places = new TreeMap<>();
        if (last.at() < 0) {
            mend(places);
        }
        pending.forEach((key, content) -> {
            places.put(key, (long) file.length + out.size());
            out.text(key.getNumber() + " " + key.getGeneration() + " obj\n");
            content.writeTo(out);
            out.text("\nendobj\n");
        });
        pending.clear();
        COSObjectKey self = new COSObjectKey(next, 0);
        if (last.isStream()) {
            next++;
        }
        last = last.append(out, file.length, places, trailer(), self);
        file = out.after(file);
    }

    /** Ends the revision with a signature over all that it and the bytes before it hold. */
    void append(SignatureSlot slot, SignatureSlot.ValueMaker maker) {
        append();
        slot.fill(file, maker);
    }

    private COSObject reference(COSBase object, Content content) {
        COSObjectKey key = new COSObjectKey(next++, 0);
        object.setKey(key);
        pending.put(key, content);
        return new COSObject(object, key);
    }

    private COSDictionary trailer() {
        COSDictionary old = document.getTrailer();
        COSDictionary trailer = new COSDictionary();
        trailer.setLong(COSName.SIZE, next);
        for (COSName name : new COSName[] {COSName.ROOT, COSName.INFO}) {
            COSBase item = old.getItem(name);
            if (item != null) {
                trailer.setItem(name, item);
            }
        }
        trailer.setItem(COSName.ID, identifiers(old.getCOSArray(COSName.ID)));
        return trailer;
    }

    /** The first identifier stays that of the document, the second is the revision's (14.4). */
    private static COSArray identifiers(@Nullable COSArray old) {
        byte[] drawn = new byte[16];
        RANDOM.nextBytes(drawn);
        COSString own = new COSString(drawn, true);
        COSArray ids = new COSArray();
        ids.add(old != null && old.size() > 0 && old.getObject(0) instanceof COSString first ? first : own);
        ids.add(own);
        return ids;
    }

    /** All that the file holds is named anew; what lies within object streams is taken out of them. */
    private void mend(Map<COSObjectKey, Long> places) {
        document.getXrefTable().forEach((key, place) -> {
            if (place >= 0) {
                places.put(key, place);
            } else {
                COSBase object = document.getObjectFromPool(key).getObject();
                pending.putIfAbsent(key, out -> out.value(object));
            }
        });
    }

    /** What stands between {@code obj} and {@code endobj}. */
    @FunctionalInterface
    private interface Content {
        void writeTo(PdfOutput out);
    }
}
