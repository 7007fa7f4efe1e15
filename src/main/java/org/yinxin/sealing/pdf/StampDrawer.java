package org.yinxin.sealing.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.StampPlan;

/** Draws the visible part of a signature: imprint, QR code and use code, at true size and upright for the reader. */
final class StampDrawer implements PdfBoxSignatureDrawer {

    private static final double QUIET_MODULES = 2.5;
    private static final double CODE_MARGIN = 0.3;

    private final StampOrder order;
    private @Nullable PDDocument document;
    private @Nullable SignatureOptions options;

    StampDrawer(StampOrder order) {
        this.order = order;
    }

    @Override
    public void init(SignatureImageParameters parameters, PDDocument target, SignatureOptions signatureOptions) {
        this.document = target;
        this.options = signatureOptions;
    }

    @Override
    public void draw() throws IOException {
        if (document == null || options == null) {
            throw new IllegalStateException("Not initialised");
        }
        Placement placement = placement(order);
        PDPage page = document.getPage(placement.page() - 1);
        PageFrame frame = new PageFrame(page);
        StampLayout layout =
                StampLayout.of(placement, order.image().widthMm(), order.image().heightMm(), frame.size());
        try (PDDocument template = new PDDocument()) {
            template.addPage(new PDPage(page.getMediaBox()));
            PDAnnotationWidget widget = newSignatureField(template);
            widget.setRectangle(frame.toUserSpace(layout.box()));
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.getCOSObject().setDirect(true);
            appearance.setNormalAppearance(appearance(template, layout, frame));
            widget.setAppearance(appearance);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
            template.save(bytes);
            options.setVisualSignature(new ByteArrayInputStream(bytes.toByteArray()));
        }
    }

    static Placement placement(StampOrder order) {
        StampPlan plan = order.note().plan();
        if (plan.placements().size() != 1 || plan.seam() != null) {
            throw new UnsupportedOperationException("Only one imprint in one place: " + plan.text());
        }
        return plan.placements().getFirst();
    }

    private static PDAnnotationWidget newSignatureField(PDDocument template) throws IOException {
        PDAcroForm form = new PDAcroForm(template);
        template.getDocumentCatalog().setAcroForm(form);
        PDSignatureField field = new PDSignatureField(form);
        form.setSignaturesExist(true);
        form.setAppendOnly(true);
        form.getCOSObject().setDirect(true);
        form.getFields().add(field);
        return field.getWidgets().getFirst();
    }

    private PDAppearanceStream appearance(PDDocument template, StampLayout layout, PageFrame frame) throws IOException {
        Rectangle2D box = layout.box();
        float units = (float) frame.unitsPerMm();
        PDAppearanceStream stream = new PDAppearanceStream(template);
        stream.setResources(new PDResources());
        stream.setBBox(new PDRectangle((float) box.getWidth() * units, (float) box.getHeight() * units));
        // Drawn upright; the matrix turns it against the page, so that it is upright when the page is shown turned.
        stream.setMatrix(AffineTransform.getQuadrantRotateInstance(frame.rotation() / 90));
        try (PDPageContentStream pen = new PDPageContentStream(
                template, stream, stream.getStream().createOutputStream(COSName.FLATE_DECODE))) {
            pen.transform(new Matrix(
                    units, 0, 0, -units, (float) -box.getX() * units, (float) (box.getY() + box.getHeight()) * units));
            drawQr(pen, layout.qr());
            drawCode(pen, layout.code());
            drawImprint(pen, template, layout.imprint());
        }
        return stream;
    }

    private void drawImprint(PDPageContentStream pen, PDDocument template, Rectangle2D at) throws IOException {
        // Ink does not hide what is printed below it.
        PDExtendedGraphicsState ink = new PDExtendedGraphicsState();
        ink.setBlendMode(BlendMode.MULTIPLY);
        pen.saveGraphicsState();
        pen.setGraphicsStateParameters(ink);
        Matrix upright = new Matrix(
                (float) at.getWidth(), 0, 0, (float) -at.getHeight(), (float) at.getX(), (float) at.getMaxY());
        pen.drawImage(InkPicture.of(order.image().png()).in(template), upright);
        pen.restoreGraphicsState();
    }

    private void drawCode(PDPageContentStream pen, Rectangle2D at) throws IOException {
        paintGround(pen, at);
        Rectangle2D letters = new Rectangle2D.Double(
                at.getX() + CODE_MARGIN,
                at.getY() + CODE_MARGIN,
                at.getWidth() - 2 * CODE_MARGIN,
                at.getHeight() - 2 * CODE_MARGIN);
        pen.setNonStrokingColor(0.1f, 0.12f, 0.17f);
        fill(pen, CodeLettering.outlines(order.note().code().value(), letters));
    }

    private void drawQr(PDPageContentStream pen, Rectangle2D at) throws IOException {
        ByteMatrix modules = qrModules();
        double side = at.getWidth() / (modules.getWidth() + 2 * QUIET_MODULES);
        paintGround(pen, at);
        pen.setNonStrokingColor(0.1f, 0.12f, 0.17f);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int run = x;
                while (run < modules.getWidth() && modules.get(run, y) == 1) {
                    run++;
                }
                if (run > x) {
                    pen.addRect(
                            (float) (at.getX() + (x + QUIET_MODULES) * side),
                            (float) (at.getY() + (y + QUIET_MODULES) * side),
                            (float) ((run - x) * side),
                            (float) side);
                    x = run;
                }
            }
        }
        pen.fill();
    }

    private static void paintGround(PDPageContentStream pen, Rectangle2D at) throws IOException {
        pen.setNonStrokingColor(1f, 1f, 1f);
        pen.addRect((float) at.getX(), (float) at.getY(), (float) at.getWidth(), (float) at.getHeight());
        pen.fill();
    }

    private ByteMatrix qrModules() {
        try {
            return Encoder.encode(
                            order.checkAddress(),
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("The address does not fit a QR code: " + order.checkAddress(), e);
        }
    }

    private static void fill(PDPageContentStream pen, Path2D path) throws IOException {
        float[] at = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> pen.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> pen.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO ->
                    pen.curveTo(
                            x + (at[0] - x) * 2 / 3,
                            y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3,
                            at[2],
                            at[3]);
                case PathIterator.SEG_CUBICTO -> pen.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> pen.closePath();
            }
            int last = switch (i.currentSegment(at)) {
                case PathIterator.SEG_CUBICTO -> 4;
                case PathIterator.SEG_QUADTO -> 2;
                default -> 0;
            };
            x = at[last];
            y = at[last + 1];
        }
        pen.fill();
    }
}
