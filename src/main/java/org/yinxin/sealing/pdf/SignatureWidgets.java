package org.yinxin.sealing.pdf;

import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Puts signed fields into the document: in its form and on its pages, touching nothing else. */
final class SignatureWidgets {

    private static final COSName SIG_FLAGS = COSName.getPDFName("SigFlags");
    private static final int SIGNATURES_EXIST_APPEND_ONLY = 3;
    private static final int PRINTED_AND_LOCKED = 4 | 128;

    private final RevisionWriter revision;
    private final COSDictionary catalog;

    SignatureWidgets(RevisionWriter revision, PDDocument document) {
        this.revision = revision;
        this.catalog = document.getDocumentCatalog().getCOSObject();
    }

    /** A field of its own on the page; without extent when nothing is to be seen. */
    void add(String name, PDPage page, COSArray rectangle, COSObject appearance, COSObject signature) {
        COSDictionary field = new COSDictionary();
        field.setItem(COSName.TYPE, COSName.ANNOT);
        field.setItem(COSName.SUBTYPE, COSName.WIDGET);
        field.setItem(COSName.FT, COSName.SIG);
        field.setString(COSName.T, name);
        field.setItem(COSName.V, signature);
        field.setInt(COSName.F, PRINTED_AND_LOCKED);
        field.setItem(COSName.P, new COSObject(page.getCOSObject(), key(page)));
        field.setItem(COSName.RECT, rectangle);
        field.setItem(COSName.AP, normal(appearance));
        COSObject reference = revision.add(field);
        append(page.getCOSObject(), COSName.ANNOTS, reference);
        addToForm(reference);
    }

    /** Signs a field that was there. */
    void fill(SignatureFields.Field empty, COSObject appearance, COSObject signature) {
        empty.field().setItem(COSName.V, signature);
        empty.widget().setItem(COSName.AP, normal(appearance));
        empty.widget().setInt(COSName.F, empty.widget().getInt(COSName.F, 0) | PRINTED_AND_LOCKED);
        revision.change(empty.field());
        if (empty.widget() != empty.field()) {
            revision.change(empty.widget());
        }
        raiseFlags(form());
    }

    static COSArray rectangle(PageFrame frame, Rectangle2D seen) {
        PDRectangle box = frame.toUserSpace(seen);
        return StampForms.array(box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY());
    }

    private static COSDictionary normal(COSObject appearance) {
        COSDictionary states = new COSDictionary();
        states.setItem(COSName.N, appearance);
        return states;
    }

    private static COSObjectKey key(PDPage page) {
        if (page.getCOSObject().getKey() == null) {
            throw new PdfRefusedException(PdfRefusal.BROKEN);
        }
        return page.getCOSObject().getKey();
    }

    private void addToForm(COSObject field) {
        COSDictionary form = form();
        raiseFlags(form);
        COSArray fields = form.getCOSArray(COSName.FIELDS);
        if (fields == null) {
            fields = new COSArray();
            form.setItem(COSName.FIELDS, fields);
        }
        fields.add(field);
        if (form.getItem(COSName.FIELDS) instanceof COSObject list) {
            revision.change(list.getObject());
        } else {
            changeForm();
        }
    }

    private void raiseFlags(COSDictionary form) {
        if (form.getInt(SIG_FLAGS, 0) != SIGNATURES_EXIST_APPEND_ONLY) {
            form.setItem(SIG_FLAGS, COSInteger.get(SIGNATURES_EXIST_APPEND_ONLY));
            changeForm();
        }
    }

    private COSDictionary form() {
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form == null) {
            form = new COSDictionary();
            form.setItem(COSName.FIELDS, new COSArray());
            catalog.setItem(COSName.ACRO_FORM, revision.add(form));
            revision.change(catalog);
        }
        return form;
    }

    private void changeForm() {
        COSBase item = catalog.getItem(COSName.ACRO_FORM);
        revision.change(item instanceof COSObject reference ? reference.getObject() : catalog);
    }

    private void append(COSDictionary owner, COSName name, COSObject element) {
        COSArray list = owner.getCOSArray(name);
        if (list == null) {
            list = new COSArray();
            owner.setItem(name, list);
        }
        list.add(element);
        revision.change(owner.getItem(name) instanceof COSObject reference ? reference.getObject() : owner);
    }
}
