package org.yinxin.sealing.pdf.verification;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Whether two objects of two revisions say the same; references are the same when they name the same object. */
final class SameObject {

    private static final int MAX_DEPTH = 64;

    private SameObject() {}

    static boolean same(@Nullable COSBase one, @Nullable COSBase other) {
        return same(one, other, 0);
    }

    /** The entries in which two dictionaries differ. */
    static Set<COSName> differing(COSDictionary one, COSDictionary other) {
        Set<COSName> names = new HashSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> same(one.getItem(name), other.getItem(name)));
        return names;
    }

    private static boolean same(@Nullable COSBase one, @Nullable COSBase other, int depth) {
        if (one == null || other == null || depth > MAX_DEPTH) {
            return one == other;
        }
        if (one instanceof COSObject first && other instanceof COSObject second) {
            return first.getKey() != null && first.getKey().equals(second.getKey());
        }
        if (one instanceof COSStream first && other instanceof COSStream second) {
            return sameEntries(first, second, depth) && sameData(first, second);
        }
        if (one instanceof COSDictionary first && other instanceof COSDictionary second) {
            return !(one instanceof COSStream) && !(other instanceof COSStream) && sameEntries(first, second, depth);
        }
        if (one instanceof COSArray first && other instanceof COSArray second) {
            if (first.size() != second.size()) {
                return false;
            }
            for (int i = 0; i < first.size(); i++) {
                if (!same(first.get(i), second.get(i), depth + 1)) {
                    return false;
                }
            }
            return true;
        }
        if (one instanceof COSNumber first && other instanceof COSNumber second) {
            // A float does not hold every integer, so two of them may look alike and not be.
            return first instanceof COSInteger && second instanceof COSInteger
                    ? first.longValue() == second.longValue()
                    : Float.compare(first.floatValue(), second.floatValue()) == 0;
        }
        return one.equals(other);
    }

    private static boolean sameEntries(COSDictionary one, COSDictionary other, int depth) {
        if (!one.keySet().equals(other.keySet())) {
            return false;
        }
        for (COSName name : one.keySet()) {
            if (!same(one.getItem(name), other.getItem(name), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameData(COSStream one, COSStream other) {
        try (InputStream first = one.createRawInputStream();
                InputStream second = other.createRawInputStream()) {
            return Arrays.equals(first.readAllBytes(), second.readAllBytes());
        } catch (IOException e) {
            return false;
        }
    }
}
