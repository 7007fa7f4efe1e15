package org.yinxin.sealing.pdf.verification;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.pdf.PdfFile;

/**
 * What the revisions after a signature did to the document that it covers. An incremental update can only change what is
 * seen by redefining an object that was there; so every redefined object is compared, and all but those that adding a
 * signature must touch is a change. This is stricter than DSS, whose lists let annotations, form values, the order of
 * pages and whatever hangs below the structure tree pass.
 */
final class LaterRevisions {

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final COSName SIG_FLAGS = COSName.getPDFName("SigFlags");
    private static final COSName LEGAL_ATTESTATION = COSName.getPDFName("Legal");
    private static final Set<COSName> CATALOG_MAY =
            Set.of(COSName.ACRO_FORM, DSS, EXTENSIONS, COSName.VERSION, COSName.METADATA);
    private static final Set<COSName> FORM_MAY = Set.of(COSName.FIELDS, SIG_FLAGS, COSName.DR, COSName.DA);
    private static final Set<COSName> SIGNED_FIELD_MAY =
            Set.of(COSName.V, COSName.AP, COSName.F, COSName.M, COSName.DA);
    private static final Set<COSName> STRUCTURE = Set.of(COSName.STRUCT_TREE_ROOT, COSName.getPDFName("StructElem"));

    private final PDDocument signed;
    private final PDDocument whole;
    private final Set<String> signedFields;
    private final Set<String> changes = new LinkedHashSet<>();
    private final Set<Long> changedNumbers = new HashSet<>();

    private LaterRevisions(PDDocument signed, PDDocument whole, Set<String> signedFields) {
        this.signed = signed;
        this.whole = whole;
        this.signedFields = signedFields;
    }

    /**
     * What was found.
     *
     * @param changes what must not have been changed; empty when only signatures were added
     * @param pages on which it shows
     */
    record Result(List<String> changes, List<ChangedPage> pages) {}

    /**
     * The objects that were changed and must not have been; empty when only signatures were added.
     *
     * @param signedFields names of fields whose signatures hold
     * @throws MalformedPdfException when the cross-references of the signed or of a later revision do not hold
     */
    static Result compare(byte[] file, int signedUntil, PDDocument whole, Set<String> signedFields) throws IOException {
        AppendedSections appended = AppendedSections.of(file, signedUntil);
        try (PDDocument signed = PdfFile.reopen(Arrays.copyOf(file, signedUntil))) {
            LaterRevisions revisions = new LaterRevisions(signed, whole, signedFields);
            revisions.changes.addAll(appended.breaches());
            revisions.compare();
            revisions.findAppeared(appended);
            return new Result(
                    List.copyOf(revisions.changes),
                    revisions.changes.isEmpty() ? List.of() : ChangedPages.of(signed, whole, revisions.changedNumbers));
        }
    }

    private void compare() {
        COSBase root = signed.getDocument().getTrailer().getItem(COSName.ROOT);
        if (!SameObject.same(root, whole.getDocument().getTrailer().getItem(COSName.ROOT))) {
            changes.add("Root");
        }
        COSName encrypt = COSName.ENCRYPT;
        if (!SameObject.same(
                signed.getDocument().getTrailer().getItem(encrypt),
                whole.getDocument().getTrailer().getItem(encrypt))) {
            changes.add("Encrypt");
        }
        Structure structure = Structure.of(signed);
        for (COSObjectKey key : signed.getDocument().getXrefTable().keySet()) {
            if (!isSameEntry(key)) {
                COSBase before = object(signed.getDocument(), key);
                COSBase after = object(whole.getDocument(), key);
                if (before != null && !isContainer(before) && !SameObject.same(before, after)) {
                    compare(key, before, after, structure);
                }
            }
        }
    }

    /** A reference into nothing comes alive when a later revision defines its object: content that nobody signed. */
    private void findAppeared(AppendedSections appended) {
        Set<Long> before = new HashSet<>();
        signed.getDocument().getXrefTable().keySet().forEach(key -> before.add(key.getNumber()));
        Set<Long> added = new HashSet<>(appended.defined());
        added.removeAll(before);
        if (added.isEmpty()) {
            return;
        }
        for (COSObjectKey key : signed.getDocument().getXrefTable().keySet()) {
            COSBase object = object((isSameEntry(key) ? whole : signed).getDocument(), key);
            if (object != null && References.in(object).stream().anyMatch(added::contains)) {
                changedNumbers.add(key.getNumber());
                changes.add(describe(key, object));
            }
        }
    }

    private void compare(COSObjectKey key, COSBase before, @Nullable COSBase after, Structure structure) {
        boolean allowed = false;
        if (before instanceof COSDictionary old && after instanceof COSDictionary now) {
            Set<COSName> differing = SameObject.differing(old, now);
            if (key.equals(structure.catalog())) {
                allowed = CATALOG_MAY.containsAll(differing) && isFormExtended(old, now);
            } else if (key.equals(structure.form())) {
                allowed = FORM_MAY.containsAll(differing) && isListExtended(old, now, COSName.FIELDS);
            } else if (structure.pages().contains(key)) {
                allowed = Set.of(COSName.ANNOTS).containsAll(differing) && isListExtended(old, now, COSName.ANNOTS);
            } else if (isSignatureField(old) && !old.containsKey(COSName.V)) {
                allowed = SIGNED_FIELD_MAY.containsAll(differing) && isAddedSignature(now);
            } else {
                allowed = structure.unseen().contains(key) || STRUCTURE.contains(old.getCOSName(COSName.TYPE));
            }
        } else if (before instanceof COSArray old && after instanceof COSArray now) {
            allowed = structure.lists().contains(key) && isExtended(old, now)
                    || structure.unseen().contains(key);
        }
        if (!allowed) {
            changedNumbers.add(key.getNumber());
            changes.add(describe(key, before));
        }
    }

    private boolean isFormExtended(COSDictionary before, COSDictionary after) {
        COSDictionary old = before.getCOSDictionary(COSName.ACRO_FORM);
        COSDictionary now = after.getCOSDictionary(COSName.ACRO_FORM);
        if (old == null || now == null) {
            return old == now;
        }
        return FORM_MAY.containsAll(SameObject.differing(old, now)) && isListExtended(old, now, COSName.FIELDS);
    }

    private boolean isListExtended(COSDictionary before, COSDictionary after, COSName name) {
        COSArray old = before.getCOSArray(name);
        COSArray now = after.getCOSArray(name);
        return isExtended(old == null ? new COSArray() : old, now == null ? new COSArray() : now);
    }

    private boolean isExtended(COSArray old, COSArray now) {
        if (now.size() < old.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            boolean fine = i < old.size()
                    ? SameObject.same(old.get(i), now.get(i))
                    : now.getObject(i) instanceof COSDictionary added && isAddedSignature(added);
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private boolean isAddedSignature(COSDictionary field) {
        String name = field.getString(COSName.T);
        return isSignatureField(field)
                && field.getCOSDictionary(COSName.V) != null
                && name != null
                && signedFields.contains(name)
                && !field.containsKey(COSName.AA)
                && !field.containsKey(COSName.A)
                && !field.containsKey(LEGAL_ATTESTATION);
    }

    private static boolean isSignatureField(COSDictionary field) {
        return COSName.SIG.equals(field.getCOSName(COSName.FT));
    }

    /** Same place in the same bytes: nothing to compare. */
    private boolean isSameEntry(COSObjectKey key) {
        Map<COSObjectKey, Long> before = signed.getDocument().getXrefTable();
        Map<COSObjectKey, Long> after = whole.getDocument().getXrefTable();
        Long place = before.get(key);
        if (place == null || !place.equals(after.get(key))) {
            return false;
        }
        if (place >= 0) {
            return true;
        }
        COSObjectKey container = new COSObjectKey(-place, 0);
        return before.containsKey(container) && before.get(container).equals(after.get(container));
    }

    private static @Nullable COSBase object(COSDocument document, COSObjectKey key) {
        if (!document.getXrefTable().containsKey(key)) {
            return null;
        }
        COSObject object = document.getObjectFromPool(key);
        COSBase content = object == null ? null : object.getObject();
        return content instanceof COSNull ? null : content;
    }

    private static boolean isContainer(COSBase object) {
        return object instanceof COSDictionary dictionary
                && (COSName.OBJ_STM.equals(dictionary.getCOSName(COSName.TYPE))
                        || COSName.XREF.equals(dictionary.getCOSName(COSName.TYPE)));
    }

    private static String describe(COSObjectKey key, COSBase before) {
        String type = before instanceof COSDictionary dictionary ? dictionary.getNameAsString(COSName.TYPE) : null;
        return key.getNumber() + " " + key.getGeneration() + (type == null ? "" : " " + type);
    }
}
