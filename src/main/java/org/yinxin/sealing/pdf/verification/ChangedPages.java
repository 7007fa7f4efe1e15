package org.yinxin.sealing.pdf.verification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** Tells on which pages the objects that a later revision changed are seen. */
final class ChangedPages {

    private static final int MOST = 50;
    private static final Set<COSName> ELSEWHERE =
            Set.of(COSName.PARENT, COSName.P, COSName.DEST, COSName.getPDFName("StructParents"));

    private ChangedPages() {}

    /** @param changed the numbers of the objects that were changed */
    static List<ChangedPage> of(PDDocument signed, PDDocument now, Set<Long> changed) {
        List<COSObjectKey> before = keys(signed);
        List<COSObjectKey> after = keys(now);
        List<ChangedPage> pages = new ArrayList<>();
        for (int i = 0; i < after.size() && pages.size() < MOST; i++) {
            int old = after.get(i) == null ? i : before.indexOf(after.get(i));
            if (old != i || shows(now.getPage(i), changed)) {
                pages.add(new ChangedPage(old + 1, i + 1));
            }
        }
        for (int i = 0; i < before.size() && pages.size() < MOST; i++) {
            if (before.get(i) != null && !after.contains(before.get(i))) {
                pages.add(new ChangedPage(i + 1, 0));
            }
        }
        return pages;
    }

    private static List<@Nullable COSObjectKey> keys(PDDocument document) {
        List<@Nullable COSObjectKey> keys = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            keys.add(page.getCOSObject().getKey());
        }
        return keys;
    }

    private static boolean shows(PDPage page, Set<Long> changed) {
        Set<Long> seen = new HashSet<>();
        Deque<COSBase> left = new ArrayDeque<>();
        COSObjectKey own = page.getCOSObject().getKey();
        if (own != null && changed.contains(own.getNumber())) {
            return true;
        }
        left.push(page.getCOSObject());
        while (!left.isEmpty()) {
            COSBase item = left.pop();
            if (item instanceof COSObject reference && reference.getKey() != null) {
                long number = reference.getKey().getNumber();
                if (changed.contains(number)) {
                    return true;
                }
                item = seen.add(number) ? reference.getObject() : null;
            }
            if (item instanceof COSDictionary dictionary) {
                dictionary.entrySet().stream()
                        .filter(entry -> !ELSEWHERE.contains(entry.getKey()))
                        .forEach(entry -> left.push(entry.getValue()));
            } else if (item instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    if (array.get(i) != null) {
                        left.push(array.get(i));
                    }
                }
            }
        }
        return false;
    }
}
