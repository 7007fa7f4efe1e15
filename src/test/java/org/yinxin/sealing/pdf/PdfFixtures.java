package org.yinxin.sealing.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.yinxin.imprint.Imprint;
import org.yinxin.imprint.ImprintRenderer;
import org.yinxin.imprint.ImprintSpec;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampImage;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Salt;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.UseCode;

/** Documents to stamp, and stampings of them. */
public final class PdfFixtures {

    private static final StampImage IMPRINT = drawImprint();

    private PdfFixtures() {}

    public static StampImage imprint() {
        return IMPRINT;
    }

    public static byte[] contract(int pages) {
        return document(document -> {
            for (int i = 1; i <= pages; i++) {
                addPage(document, PDRectangle.A4, 0, "Page " + i + " of the contract");
            }
        });
    }

    public static byte[] turned(int rotation, PDRectangle crop) {
        return document(document -> {
            PDPage page = addPage(document, PDRectangle.A4, rotation, "Turned by " + rotation);
            page.setCropBox(crop);
        });
    }

    public static byte[] document(Consumer<PDDocument> content) {
        try (PDDocument document = new PDDocument()) {
            content.accept(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens without a password, but only for reading. */
    public static byte[] encrypted() {
        return document(document -> {
            addPage(document, PDRectangle.A4, 0, "Secret");
            try {
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A form whose look the reader computes (XFA). */
    public static byte[] dynamicForm() {
        return document(document -> {
            addPage(document, PDRectangle.A4, 0, "Form");
            PDAcroForm form = new PDAcroForm(document);
            form.getCOSObject()
                    .setItem(COSName.getPDFName("XFA"), document.getDocument().createCOSStream());
            document.getDocumentCatalog().setAcroForm(form);
        });
    }

    /** Appends a revision to a file, as an attacker or another program would. */
    public static byte[] revise(byte[] file, Revision revision) {
        try (PDDocument document = Loader.loadPDF(file)) {
            revision.apply(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PDPage addPage(PDDocument document, PDRectangle size, int rotation, String text) {
        PDPage page = new PDPage(size);
        page.setRotation(rotation);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
            for (int line = 0; line < 40; line++) {
                pen.beginText();
                pen.newLineAtOffset(60, 780 - line * 18);
                pen.showText(text + ", line " + line + ": the parties agree on what is written here and nothing else.");
                pen.endText();
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static StampOrder order(byte[] file, Placement placement) {
        return order(file, placement, UseCode.random());
    }

    public static StampOrder order(byte[] file, Placement placement, UseCode code) {
        return order(file, StampPlan.at(placement), code);
    }

    public static StampOrder order(byte[] file, StampPlan plan) {
        return order(file, plan, UseCode.random());
    }

    private static StampOrder order(byte[] file, StampPlan plan, UseCode code) {
        return new StampOrder(
                IMPRINT,
                new UseNote(code, Salt.random(), file.length, plan),
                "杭州测试科技有限公司",
                "Lease of the third floor 租赁合同",
                "https://yinxin.example/u/" + code,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    public static StampOrder at(StampOrder order, Instant time) {
        return new StampOrder(
                order.image(),
                order.note(),
                order.owner(),
                order.purpose(),
                order.checkAddress(),
                time.truncatedTo(ChronoUnit.SECONDS));
    }

    private static StampImage drawImprint() {
        Imprint imprint = new ImprintRenderer()
                .draw(new ImprintSpec(SealKind.STATUTORY_NAME, "杭州测试科技有限公司", new SealCode("3301080012345")));
        return new StampImage(imprint.png(), imprint.widthMm(), imprint.heightMm());
    }

    /** A change to an opened document. */
    @FunctionalInterface
    public interface Revision {
        void apply(PDDocument document) throws IOException;
    }
}
