package org.yinxin.sealing.pdf.verification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
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

/**
 * The objects of a document that adding a signature touches, by their numbers.
 *
 * @param lists arrays of annotations and of form fields that are objects of their own
 * @param unseen objects that no reader paints: metadata, validation data, the tree that leads from marked content to its
 *     structure
 */
record Structure(
        @Nullable COSObjectKey catalog,
        @Nullable COSObjectKey form,
        Set<COSObjectKey> pages,
        Set<COSObjectKey> lists,
        Set<COSObjectKey> unseen) {

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final int MOST = 100_000;

    static Structure of(PDDocument document) {
        COSDictionary trailer = document.getDocument().getTrailer();
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        Set<COSObjectKey> pages = new HashSet<>();
        Set<COSObjectKey> lists = new HashSet<>();
        for (PDPage page : document.getPages()) {
            add(pages, page.getCOSObject().getKey());
            add(lists, key(page.getCOSObject().getItem(COSName.ANNOTS)));
        }
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form != null) {
            add(lists, key(form.getItem(COSName.FIELDS)));
        }
        Set<COSObjectKey> unseen = new HashSet<>();
        add(unseen, key(trailer.getItem(COSName.INFO)));
        add(unseen, key(catalog.getItem(COSName.METADATA)));
        collect(unseen, catalog.getItem(DSS));
        COSDictionary tree = catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (tree != null) {
            collectNumberTree(unseen, tree.getItem(COSName.PARENT_TREE));
        }
        return new Structure(
                key(trailer.getItem(COSName.ROOT)), key(catalog.getItem(COSName.ACRO_FORM)), pages, lists, unseen);
    }

    private static void add(Set<COSObjectKey> keys, @Nullable COSObjectKey key) {
        if (key != null) {
            keys.add(key);
        }
    }

    private static @Nullable COSObjectKey key(@Nullable COSBase item) {
        return item instanceof COSObject reference ? reference.getKey() : null;
    }

    /** Everything below the document security store: certificates, revocation lists and answers. */
    private static void collect(Set<COSObjectKey> keys, @Nullable COSBase start) {
        Deque<COSBase> left = new ArrayDeque<>();
        push(left, start);
        while (!left.isEmpty() && keys.size() < MOST) {
            COSBase item = left.pop();
            if (item instanceof COSObject reference) {
                if (reference.getKey() == null || !keys.add(reference.getKey())) {
                    continue;
                }
                push(left, reference.getObject());
            } else if (item instanceof COSDictionary dictionary) {
                dictionary.getValues().forEach(value -> push(left, value));
            } else if (item instanceof COSArray array) {
                array.forEach(value -> push(left, value));
            }
        }
    }

    /** A number tree's nodes and the arrays in them, but not the structure elements that these name. */
    private static void collectNumberTree(Set<COSObjectKey> keys, @Nullable COSBase start) {
        Deque<COSBase> left = new ArrayDeque<>();
        push(left, start);
        while (!left.isEmpty() && keys.size() < MOST) {
            COSBase item = left.pop();
            COSObjectKey key = key(item);
            if (item instanceof COSObject reference) {
                if (reference.getObject() instanceof COSDictionary node && node.containsKey(COSName.TYPE)
                        || key == null
                        || !keys.add(key)) {
                    continue;
                }
                item = reference.getObject();
            }
            if (item instanceof COSDictionary node) {
                push(left, node.getItem(COSName.KIDS));
                push(left, node.getItem(COSName.NUMS));
            } else if (item instanceof COSArray array) {
                array.forEach(value -> push(left, value));
            }
        }
    }

    private static void push(Deque<COSBase> left, @Nullable COSBase item) {
        if (item instanceof COSObject || item instanceof COSDictionary || item instanceof COSArray) {
            left.push(item);
        }
    }
}
