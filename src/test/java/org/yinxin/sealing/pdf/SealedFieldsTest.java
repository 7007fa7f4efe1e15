package org.yinxin.sealing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.sealing.plan.Placement;

class SealedFieldsTest {

    private static final String OWNER = "杭州测试科技有限公司";
    private static final TestAuthority AUTHORITY = new TestAuthority("Yinxin");
    private static final TestAuthority.Seal SEAL = AUTHORITY.issue(OWNER);
    private static final PdfSigners SIGNERS = new PdfSigners(SEAL.signer(), new TestGmSeal(OWNER).signer());
    private static final DssJudge DSS =
            new DssJudge(List.of(AUTHORITY.root()), List.of(AUTHORITY.revoked(), AUTHORITY.rootCrl()));
    private static final SealingOptions PADES = SealingOptions.of(SealingProfiles.PADES, PadesLevel.B);

    private final PdfSealer sealer = new PdfSealer();

    @ParameterizedTest
    @EnumSource(SealingProfiles.class)
    void anEmptyFieldIsFilledWithTheImprintInItsMiddle(SealingProfiles profiles) throws IOException {
        byte[] form = form(90, field -> {});
        EmptyField field = EmptyField.of(form, PdfLimits.standard()).getFirst();
        assertThat(field.name()).isEqualTo("Party A");
        Placement middle = field.middle(40, 40);
        byte[] sealed =
                seal(form, middle, SealingOptions.of(profiles, PadesLevel.B).inField("Party A"));
        RedBox red = RedBox.on(sealed, 1);
        assertThat(red.left()).isCloseTo(field.leftMm() + (field.widthMm() - 40) / 2, RedBox.WITHIN);
        assertThat(red.width()).isCloseTo(40, RedBox.WITHIN);
        assertThat(red.height()).isCloseTo(40, RedBox.WITHIN);
        try (PDDocument document = Loader.loadPDF(sealed)) {
            PDSignatureField signed = (PDSignatureField)
                    document.getDocumentCatalog().getAcroForm(null).getField("Party A");
            assertThat(signed.getSignature()).isNotNull();
        }
        if (profiles != SealingProfiles.GM) {
            DSS.assertPassed(sealed, SignatureLevel.PAdES_BASELINE_B);
        }
    }

    @Test
    void aFieldThatIsNotThereOrTooSmallOrSignedIsRefused() {
        byte[] form = form(0, field -> {});
        Placement middle = EmptyField.of(form, PdfLimits.standard()).getFirst().middle(40, 40);
        assertRefused(PdfRefusal.FIELD_NOT_FOUND, () -> seal(form, middle, PADES.inField("Party B")));
        assertRefused(PdfRefusal.FIELD_TOO_SMALL, () -> seal(form, new Placement(1, 0, 0), PADES.inField("Party A")));
        byte[] signed = seal(form, middle, PADES.inField("Party A"));
        assertThat(EmptyField.of(signed, PdfLimits.standard())).isEmpty();
        assertRefused(PdfRefusal.FIELD_ALREADY_SIGNED, () -> seal(signed, middle, PADES.inField("Party A")));
    }

    @Test
    void theLockOfAFieldIsKeptAndForbidsLaterSignatures() {
        byte[] form = form(0, field -> {
            COSDictionary lock = new COSDictionary();
            lock.setItem(COSName.TYPE, COSName.getPDFName("SigFieldLock"));
            lock.setItem("Action", COSName.getPDFName("All"));
            field.setItem("Lock", lock);
        });
        Placement middle = EmptyField.of(form, PdfLimits.standard()).getFirst().middle(40, 40);
        byte[] signed = seal(
                form,
                middle,
                SealingOptions.of(SealingProfiles.BOTH, PadesLevel.B).inField("Party A"));
        DSS.assertPassed(signed, SignatureLevel.PAdES_BASELINE_B);
        assertRefused(PdfRefusal.LOCKED_BY_SIGNER, () -> seal(signed, new Placement(1, 100, 100), PADES));
        assertThat(new PdfInspector(PdfLimits.standard()).inspect(signed))
                .isEqualTo(new PdfInspection.Refused(PdfRefusal.LOCKED_BY_SIGNER));
    }

    @ParameterizedTest
    @EnumSource(
            value = CertificationPermission.class,
            names = {"MINIMAL_CHANGES_PERMITTED", "CHANGES_PERMITTED"})
    void aCertificationThatAllowsSignaturesStaysValid(CertificationPermission permission) {
        byte[] certified = certified(permission);
        byte[] sealed =
                seal(certified, new Placement(1, 100, 100), SealingOptions.of(SealingProfiles.BOTH, PadesLevel.B));
        DSS.assertPassed(sealed, SignatureLevel.PAdES_BASELINE_B, SignatureLevel.PAdES_BASELINE_B);
    }

    @Test
    void aCertificationThatForbidsChangesIsRefused() {
        byte[] certified = certified(CertificationPermission.NO_CHANGE_PERMITTED);
        assertRefused(PdfRefusal.LOCKED_BY_SIGNER, () -> seal(certified, new Placement(1, 100, 100), PADES));
    }

    @Test
    void filesThatCannotBeStampedAreRefusedWithTheirReason() {
        Placement corner = new Placement(1, 100, 100);
        assertRefused(PdfRefusal.ENCRYPTED, () -> seal(PdfFixtures.encrypted(), corner, PADES));
        assertRefused(PdfRefusal.DYNAMIC_FORM, () -> seal(PdfFixtures.dynamicForm(), corner, PADES));
        assertRefused(
                PdfRefusal.BROKEN, () -> seal("%PDF-1.7 and nothing".getBytes(StandardCharsets.UTF_8), corner, PADES));
        assertRefused(
                PdfRefusal.NOT_PDF, () -> seal("Dear Sir or Madam".getBytes(StandardCharsets.UTF_8), corner, PADES));
    }

    @Test
    void aFileWhoseCrossReferenceIsLostGetsAWholeOne() {
        byte[] damaged = PdfFixtures.contract(3);
        int end = new String(damaged, StandardCharsets.ISO_8859_1).lastIndexOf("startxref");
        damaged[end + 10] = '0';
        damaged[end + 11] = '9';
        byte[] sealed =
                seal(damaged, new Placement(2, 100, 100), SealingOptions.of(SealingProfiles.BOTH, PadesLevel.B));
        assertThat(RedBox.on(sealed, 2).width()).isCloseTo(40, RedBox.WITHIN);
        DSS.assertPassed(sealed, SignatureLevel.PAdES_BASELINE_B);
    }

    private byte[] seal(byte[] file, Placement placement, SealingOptions options) {
        return sealer.seal(file, PdfFixtures.order(file, placement), SIGNERS, options)
                .bytes();
    }

    private static byte[] form(int rotation, Consumer<COSDictionary> change) {
        return PdfFixtures.document(document -> {
            PDPage page = PdfFixtures.addPage(document, PDRectangle.A4, rotation, "Form");
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            try {
                PDSignatureField field = new PDSignatureField(form);
                field.setPartialName("Party A");
                change.accept(field.getCOSObject());
                PDAnnotationWidget widget = field.getWidgets().getFirst();
                widget.setRectangle(new PDRectangle(300, 100, 200, 180));
                widget.setPage(page);
                page.getAnnotations().add(widget);
                form.getFields().add(field);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] certified(CertificationPermission permission) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setSigningCertificate(new CertificateToken(SEAL.certificate()));
        parameters.setCertificateChain(
                SEAL.signer().chain().stream().map(CertificateToken::new).toList());
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setPermission(permission);
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        InMemoryDocument document = new InMemoryDocument(PdfFixtures.contract(1));
        byte[] value = SEAL.signer()
                .sign()
                .apply(service.getDataToSign(document, parameters).getBytes());
        InMemoryDocument signed = (InMemoryDocument)
                service.signDocument(document, parameters, new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, value));
        return signed.getBytes();
    }

    private static void assertRefused(PdfRefusal reason, ThrowingCallable stamping) {
        assertThatThrownBy(stamping)
                .isInstanceOfSatisfying(
                        PdfRefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
