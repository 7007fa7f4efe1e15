package org.yinxin.sealing.pdf;

import java.awt.geom.AffineTransform;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.SeamSlice;
import org.yinxin.sealing.plan.StampImage;

/** Paints a seam seal (骑缝章) into the pages, strip by strip; it is page content that the signature then covers. */
final class SeamPainter {

    private static final String NAME = "YinxinSeam";

    private final RevisionWriter revision;
    private final PDDocument document;
    private final StampForms forms;

    SeamPainter(RevisionWriter revision, PDDocument document, StampForms forms) {
        this.revision = revision;
        this.document = document;
        this.forms = forms;
    }

    void paint(SeamSeal seam, StampImage image) {
        COSObject before = revision.add(stream(), new Pen().say("q").packed());
        for (SeamSlice slice : seam.slices()) {
            if (slice.page() > document.getNumberOfPages()) {
                throw new PdfRefusedException(PdfRefusal.OUTSIDE_PAGE);
            }
            paint(document.getPage(slice.page() - 1), seam.topMm(), slice, image, before);
        }
    }

    private void paint(PDPage page, double top, SeamSlice slice, StampImage image, COSObject before) {
        PageFrame frame = new PageFrame(page);
        PageSize size = frame.size();
        double width = image.widthMm();
        double height = image.heightMm();
        if (top < 0 || top + height > size.heightMm() + 0.05 || (slice.to() - slice.from()) * width > size.widthMm()) {
            throw new PdfRefusedException(PdfRefusal.OUTSIDE_PAGE);
        }
        double left = slice.imprintLeftMm(width, size);
        String name = show(page.getCOSObject());
        Pen pen = new Pen()
                .say("Q")
                .say("/Artifact BMC")
                .say("q")
                .transform(frame.toUserSpace())
                .rectangle(left + slice.from() * width, top, (slice.to() - slice.from()) * width, height)
                .say("W n")
                .transform(new AffineTransform(width, 0, 0, height, left, top))
                .show(name)
                .say("Q")
                .say("EMC");
        enclose(page.getCOSObject(), before, revision.add(stream(), pen.packed()));
        revision.change(page.getCOSObject());
    }

    /** The page's content between the two: whatever state of drawing it leaves behind is undone before the strip. */
    private static void enclose(COSDictionary page, COSObject before, COSObject after) {
        COSArray contents = new COSArray();
        contents.add(before);
        COSBase old = page.getItem(COSName.CONTENTS);
        COSArray parts = page.getCOSArray(COSName.CONTENTS);
        if (parts != null) {
            contents.addAll(parts);
        } else if (old != null) {
            contents.add(old);
        }
        contents.add(after);
        page.setItem(COSName.CONTENTS, contents);
    }

    /** Gives the page resources of its own, for those it has may be other pages' as well. */
    private String show(COSDictionary page) {
        COSDictionary resources = new COSDictionary();
        COSDictionary shown = new COSDictionary();
        if (inherited(page) instanceof COSDictionary old) {
            resources.addAll(old);
            COSDictionary oldShown = old.getCOSDictionary(COSName.XOBJECT);
            if (oldShown != null) {
                shown.addAll(oldShown);
            }
        }
        String name = NAME;
        for (int i = 2; shown.containsKey(name); i++) {
            name = NAME + i;
        }
        shown.setItem(name, forms.imprint());
        resources.setItem(COSName.XOBJECT, shown);
        page.setItem(COSName.RESOURCES, resources);
        return name;
    }

    private static @Nullable COSBase inherited(COSDictionary page) {
        return PDPageTree.getInheritableAttribute(page, COSName.RESOURCES);
    }

    private static COSDictionary stream() {
        COSDictionary stream = new COSDictionary();
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        return stream;
    }
}
