package org.yinxin.sealing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Placement;

class PdfInspectorTest {

    private static final int MIB = 1 << 20;

    private final PdfInspector inspector = new PdfInspector(PdfLimits.standard());

    @Test
    void anOrdinaryDocumentIsAcceptedWithItsPages() {
        PdfSummary summary = accepted(PdfFixtures.contract(3));
        assertThat(summary.pages()).hasSize(3);
        assertThat(summary.pages().getFirst().widthMm()).isCloseTo(210, within(0.1));
        assertThat(summary.signatures()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 150", "90, 150, 100", "180, 100, 150", "270, 150, 100"})
    void pagesAreMeasuredAsTheirReaderSeesThem(int rotation, double width, double height) {
        float unit = 72 / 25.4f;
        PageSize size = accepted(PdfFixtures.turned(rotation, new PDRectangle(20, 30, 100 * unit, 150 * unit)))
                .pages()
                .getFirst();
        assertThat(size.widthMm()).isCloseTo(width, within(0.1));
        assertThat(size.heightMm()).isCloseTo(height, within(0.1));
    }

    @Test
    void aSignedDocumentIsAcceptedAndItsSignaturesAreCounted() {
        byte[] contract = PdfFixtures.contract(1);
        byte[] signed = new PdfSealer()
                .seal(
                        contract,
                        PdfFixtures.order(contract, new Placement(1, 100, 100)),
                        new TestAuthority("Any").issue("Somebody").signer())
                .bytes();
        assertThat(accepted(signed).signatures()).isEqualTo(1);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(refused(new byte[0])).isEqualTo(PdfRefusal.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "%PDX-1.7", "PK\u0003\u0004 a zip", "<html></html>"})
    void whatIsNoPdfIsRefusedByItsContent(String content) {
        assertThat(refused(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(PdfRefusal.NOT_PDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%PDF-1.7\n", "%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF", "%PDF-1.4\n1 0 obj\n<<>>\nendobj"})
    void aBrokenFileIsRefused(String content) {
        assertThat(refused(content.getBytes(StandardCharsets.ISO_8859_1))).isIn(PdfRefusal.BROKEN, PdfRefusal.NO_PAGES);
    }

    @Test
    void aTruncatedFileIsRefusedOrRepairedButNeverCrashes() {
        byte[] contract = PdfFixtures.contract(2);
        for (int length = 0; length < contract.length; length += 97) {
            assertThat(inspector.inspect(Arrays.copyOf(contract, length))).isNotNull();
        }
    }

    @Test
    void aFileOf51MegabytesIsRefused() {
        byte[] big = Arrays.copyOf(PdfFixtures.contract(1), 51_000_000);
        assertThat(refused(big)).isEqualTo(PdfRefusal.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret"})
    void anEncryptedDocumentIsRefusedWhetherOrNotItOpensWithoutPassword(String password) {
        byte[] encrypted = PdfFixtures.document(document -> {
            PdfFixtures.addPage(document, PDRectangle.A4, 0, "Secret");
            try {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(refused(encrypted)).isEqualTo(PdfRefusal.ENCRYPTED);
    }

    @Test
    void moreThan2000PagesAreRefused() {
        byte[] thick = PdfFixtures.document(document -> {
            for (int i = 0; i < 2_001; i++) {
                document.addPage(new PDPage());
            }
        });
        assertThat(refused(thick)).isEqualTo(PdfRefusal.TOO_MANY_PAGES);
    }

    @Test
    void aLyingPageCountIsNotBelieved() {
        byte[] lying = PdfFixtures.document(document -> {
            document.addPage(new PDPage());
            document.getDocumentCatalog()
                    .getPages()
                    .getCOSObject()
                    .setItem(COSName.COUNT, COSInteger.get(2_000_000_000));
        });
        assertThat(accepted(lying).pages()).hasSize(1);
    }

    @Test
    void aStreamThatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() {
        byte[] packed = deflated(200 * MIB);
        assertThat(packed.length).isLessThan(MIB);
        byte[] bomb = PdfFixtures.document(document -> {
            PDPage page = PdfFixtures.addPage(document, PDRectangle.A4, 0, "Bomb");
            page.getCOSObject()
                    .setItem(COSName.CONTENTS, stream(document.getDocument().createCOSStream(), packed));
        });
        assertThat(refused(bomb)).isEqualTo(PdfRefusal.TOO_COMPLEX);
    }

    @Test
    void manyStreamsThatTogetherUnpackToTooMuchAreRefused() {
        byte[] packed = deflated(100 * MIB);
        byte[] bomb = PdfFixtures.document(document -> {
            for (int i = 0; i < 11; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                page.getCOSObject()
                        .setItem(COSName.CONTENTS, stream(document.getDocument().createCOSStream(), packed));
            }
        });
        assertThat(refused(bomb)).isEqualTo(PdfRefusal.TOO_COMPLEX);
    }

    @Test
    void aPackedCrossReferenceOfAbsurdSizeIsRefusedBeforeItIsRead() {
        byte[] table = deflated(40 * MIB);
        String head =
                "%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 9000000 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length "
                        + table.length + " >>\nstream\n";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(table);
        file.writeBytes("\nendstream\nendobj\nstartxref\n9\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(file.toByteArray())).isEqualTo(PdfRefusal.TOO_COMPLEX);
    }

    @Test
    void runLengthPackingIsFollowedToo() {
        // 129 pairs of bytes, 128 copies each: sixty-four times its size.
        byte[] packed = new byte[3 * MIB];
        for (int i = 0; i < packed.length; i += 2) {
            packed[i] = (byte) 129;
        }
        byte[] bomb = PdfFixtures.document(document -> {
            PDPage page = new PDPage();
            document.addPage(page);
            COSStream stream = stream(document.getDocument().createCOSStream(), packed);
            stream.setItem(COSName.FILTER, COSName.RUN_LENGTH_DECODE);
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
        });
        PdfLimits tight = new PdfLimits(50_000_000, 2_000, 500_000, 64L * MIB, 64L * MIB);
        assertThat(new PdfInspector(tight).inspect(bomb)).isEqualTo(new PdfInspection.Refused(PdfRefusal.TOO_COMPLEX));
    }

    @Test
    void deeplyNestedArraysOverflowNothing() {
        String deep = "%PDF-1.4\n1 0 obj\n" + "[".repeat(200_000) + "\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF";
        assertThat(refused(deep.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(PdfRefusal.BROKEN);
    }

    @Test
    void aDynamicFormIsRefused() {
        byte[] form = PdfFixtures.document(document -> {
            PdfFixtures.addPage(document, PDRectangle.A4, 0, "Form");
            PDAcroForm acroForm = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(acroForm);
            acroForm.getCOSObject()
                    .setItem(
                            COSName.getPDFName("XFA"),
                            stream(document.getDocument().createCOSStream(), deflated(10)));
        });
        assertThat(refused(form)).isEqualTo(PdfRefusal.DYNAMIC_FORM);
    }

    @Test
    void aDocumentCertifiedAgainstAnyChangeIsRefused() {
        byte[] contract = PdfFixtures.contract(1);
        byte[] signed = new PdfSealer()
                .seal(
                        contract,
                        PdfFixtures.order(contract, new Placement(1, 100, 100)),
                        new TestAuthority("Any").issue("Somebody").signer())
                .bytes();
        byte[] locked = PdfFixtures.revise(signed, document -> {
            PDSignature signature = document.getSignatureDictionaries().getFirst();
            COSDictionary parameters = new COSDictionary();
            parameters.setItem(COSName.TYPE, COSName.TRANSFORM_PARAMS);
            parameters.setInt(COSName.P, 1);
            COSDictionary reference = new COSDictionary();
            reference.setItem(COSName.TRANSFORM_METHOD, COSName.DOCMDP);
            reference.setItem(COSName.TRANSFORM_PARAMS, parameters);
            COSArray references = new COSArray();
            references.add(reference);
            signature.getCOSObject().setItem(COSName.REFERENCE, references);
            signature.getCOSObject().setNeedToBeUpdated(true);
            COSDictionary permissions = new COSDictionary();
            permissions.setItem(COSName.DOCMDP, signature.getCOSObject());
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            catalog.setItem(COSName.PERMS, permissions);
            catalog.setNeedToBeUpdated(true);
        });
        assertThat(refused(locked)).isEqualTo(PdfRefusal.LOCKED_BY_SIGNER);
    }

    private PdfSummary accepted(byte[] file) {
        return ((PdfInspection.Accepted) inspector.inspect(file)).summary();
    }

    private PdfRefusal refused(byte[] file) {
        return ((PdfInspection.Refused) inspector.inspect(file)).reason();
    }

    private static COSStream stream(COSStream stream, byte[] packed) {
        try (var out = stream.createRawOutputStream()) {
            out.write(packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        return stream;
    }

    private static byte[] deflated(int zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            byte[] block = new byte[MIB];
            for (int left = zeros; left > 0; left -= block.length) {
                out.write(block, 0, Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
