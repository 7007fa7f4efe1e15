package org.yinxin.sealing.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The signature fields that a document holds, read from its field tree as it is (ISO 32000-1, 12.7.4.5). */
final class SignatureFields {

    private static final int DEEPEST = 32;
    private static final int MOST = 100_000;

    private final List<Field> fields = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int seen;

    private SignatureFields() {}

    static SignatureFields of(PDDocument document) {
        SignatureFields found = new SignatureFields();
        COSDictionary form = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.ACRO_FORM);
        if (form != null) {
            found.walk(form.getCOSArray(COSName.FIELDS), "", null, 0);
        }
        return found;
    }

    /** Those that carry a signature. */
    List<Field> signed() {
        return fields.stream().filter(field -> field.value() != null).toList();
    }

    /** How many signatures there are: several fields may show one. */
    int signatures() {
        Set<COSDictionary> values = Collections.newSetFromMap(new IdentityHashMap<>());
        signed().forEach(field -> values.add(Objects.requireNonNull(field.value())));
        return values.size();
    }

    List<Field> empty() {
        return fields.stream().filter(field -> field.value() == null).toList();
    }

    Optional<Field> named(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The wanted name, or it with a number behind that no field has yet. */
    String free(String wanted) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    private void walk(@Nullable COSArray list, String parent, @Nullable COSName inherited, int depth) {
        if (list == null) {
            return;
        }
        if (depth > DEEPEST || (seen += list.size()) > MOST) {
            throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.getObject(i) instanceof COSDictionary field) {
                String own = field.getString(COSName.T);
                if (own != null || parent.isEmpty()) {
                    visit(field, name(parent, own), inherited, depth);
                }
            }
        }
    }

    private void visit(COSDictionary field, String name, @Nullable COSName inherited, int depth) {
        COSName kind = field.containsKey(COSName.FT) ? field.getCOSName(COSName.FT) : inherited;
        COSArray kids = field.getCOSArray(COSName.KIDS);
        names.add(name);
        if (COSName.SIG.equals(kind) && !hasNamedKid(kids)) {
            COSDictionary widget = kids != null && kids.getObject(0) instanceof COSDictionary kid ? kid : field;
            fields.add(new Field(name, field, widget, signature(field)));
        } else {
            walk(kids, name, kind, depth + 1);
        }
    }

    private static @Nullable COSDictionary signature(COSDictionary field) {
        COSDictionary value = field.getCOSDictionary(COSName.V);
        return value != null && value.containsKey(COSName.CONTENTS) ? value : null;
    }

    private static boolean hasNamedKid(@Nullable COSArray kids) {
        if (kids != null) {
            for (COSBase kid : kids) {
                COSBase object = kid instanceof COSObject reference ? reference.getObject() : kid;
                if (object instanceof COSDictionary dictionary && dictionary.containsKey(COSName.T)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String name(String parent, @Nullable String own) {
        String part = own == null ? "" : own;
        return parent.isEmpty() ? part : parent + "." + part;
    }

    /**
     * A signature field.
     *
     * @param widget its only one: the field itself, as a rule
     * @param value its signature dictionary, if it is signed
     */
    record Field(
            String name,
            COSDictionary field,
            COSDictionary widget,
            @Nullable COSDictionary value) {}
}
