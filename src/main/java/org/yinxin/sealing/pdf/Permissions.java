package org.yinxin.sealing.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * What earlier signers of a document allow later ones (ISO 32000-1, 12.8.2.2 DocMDP and 12.8.2.4 FieldMDP).
 *
 * @param references the signature reference dictionaries of all signatures in it
 */
record Permissions(List<COSDictionary> references) {

    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final COSName METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName PARAMETERS = COSName.getPDFName("TransformParams");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final COSName ACTION = COSName.getPDFName("Action");

    static Permissions of(PDDocument document, SignatureFields fields) {
        COSDictionary perms = document.getDocumentCatalog().getCOSObject().getCOSDictionary(PERMS);
        Stream<COSDictionary> certification =
                perms == null ? Stream.empty() : Stream.ofNullable(perms.getCOSDictionary(DOC_MDP));
        Stream<COSDictionary> signatures =
                fields.signed().stream().map(SignatureFields.Field::value).map(Objects::requireNonNull);
        return new Permissions(Stream.concat(certification, signatures)
                .flatMap(signature -> dictionaries(signature.getCOSArray(REFERENCE)))
                .toList());
    }

    /** Whether an earlier signature would be broken by a signature in the field of this name, new or empty. */
    boolean forbid(String field) {
        return references.stream().anyMatch(reference -> forbids(reference, field));
    }

    private static boolean forbids(COSDictionary reference, String field) {
        COSDictionary parameters = reference.getCOSDictionary(PARAMETERS);
        if (parameters == null) {
            return false;
        }
        return parameters.getInt(COSName.P, 2) == 1
                || "FieldMDP".equals(reference.getNameAsString(METHOD)) && locks(parameters, field);
    }

    private static boolean locks(COSDictionary parameters, String field) {
        Set<String> names = new HashSet<>();
        COSArray list = parameters.getCOSArray(COSName.FIELDS);
        if (list != null) {
            for (COSBase name : list) {
                if (name instanceof COSString text) {
                    names.add(text.getString());
                }
            }
        }
        boolean named = names.stream().anyMatch(name -> field.equals(name) || field.startsWith(name + "."));
        return switch (parameters.getNameAsString(ACTION, "")) {
            case "All" -> true;
            case "Include" -> named;
            case "Exclude" -> !named;
            default -> false;
        };
    }

    /** The reference by which the signature in a field with a lock keeps the lock's promise (12.7.4.5, table 233; P of PDF 2.0). */
    static COSArray locking(COSDictionary lock) {
        COSArray references = new COSArray();
        COSDictionary fields = new COSDictionary();
        fields.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        fields.setItem(COSName.V, COSName.getPDFName("1.2"));
        for (COSName name : new COSName[] {ACTION, COSName.FIELDS, COSName.P}) {
            if (lock.containsKey(name)) {
                fields.setItem(name, lock.getItem(name));
            }
        }
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setItem(METHOD, COSName.getPDFName("FieldMDP"));
        reference.setItem(PARAMETERS, fields);
        references.add(reference);
        return references;
    }

    private static Stream<COSDictionary> dictionaries(@Nullable COSArray array) {
        return array == null
                ? Stream.empty()
                : Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                        .map(array::getObject)
                        .filter(COSDictionary.class::isInstance)
                        .map(COSDictionary.class::cast);
    }
}
