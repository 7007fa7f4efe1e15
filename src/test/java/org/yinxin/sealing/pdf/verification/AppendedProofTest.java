package org.yinxin.sealing.pdf.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.pki.TestTimeStamper;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.sealing.pdf.PdfLimits;
import org.yinxin.sealing.pdf.PdfSealer;
import org.yinxin.sealing.pdf.PdfSigners;
import org.yinxin.sealing.pdf.RevocationSource;
import org.yinxin.sealing.pdf.SealingOptions;
import org.yinxin.sealing.pdf.SealingProfiles;
import org.yinxin.sealing.pdf.TestAuthority;
import org.yinxin.sealing.pdf.verification.ExaminedSignature.Later;
import org.yinxin.sealing.plan.Placement;

class AppendedProofTest {

    private static final TestAuthority AUTHORITY = new TestAuthority("Yinxin");
    private static final TestAuthority.Seal SEAL = AUTHORITY.issue("杭州测试科技有限公司");
    private static final byte[] PROVEN = sealed(PadesLevel.LT);

    private final PdfVerifier verifier = new PdfVerifier(PdfLimits.standard());

    @ParameterizedTest
    @EnumSource
    void documentsOfEveryLevelAreCovered(PadesLevel level) {
        ExaminedPdf examined = verifier.verify(sealed(level));
        assertThat(examined.covered()).isTrue();
        assertThat(examined.signatures()).extracting(ExaminedSignature::later).doesNotContain(Later.CHANGES);
    }

    @Test
    void nothingElseMayStandBehindTheProof() throws Exception {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(PROVEN);
        more.write("unseen".getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(more.toByteArray()).covered()).isFalse();
    }

    @Test
    void aPageChangedBehindTheProofIsAChange() {
        assertRefused(PdfFixtures.revise(PROVEN, document -> {
            document.removePage(0);
            document.getDocumentCatalog().getPages().getCOSObject().setNeedToBeUpdated(true);
        }));
    }

    @Test
    void whatPretendsToBeProofMayNotChangeTheCatalogOtherwise() {
        assertRefused(PdfFixtures.revise(sealed(PadesLevel.T), document -> {
            withStore(document);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.LANG, COSName.A);
        }));
    }

    @Test
    void objectsThatDoNotBelongToTheProofAreNotTaken() {
        assertRefused(PdfFixtures.revise(sealed(PadesLevel.T), document -> {
            withStore(document);
            document.getDocumentInformation().setTitle("Another title");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
        }));
    }

    private static void withStore(PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary store = new COSDictionary();
        COSStream certificate = document.getDocument().createCOSStream();
        store.setItem("Certs", certificate);
        store.setNeedToBeUpdated(true);
        catalog.setItem(COSName.getPDFName("DSS"), store);
        catalog.setNeedToBeUpdated(true);
    }

    private void assertRefused(byte[] file) {
        ExaminedPdf examined = verifier.verify(file);
        assertThat(examined.covered()).isFalse();
        assertThat(examined.signatures()).extracting(ExaminedSignature::later).contains(Later.CHANGES);
    }

    private static byte[] sealed(PadesLevel level) {
        byte[] contract = PdfFixtures.contract(2);
        return new PdfSealer(new TestTimeStamper(), new Lists())
                .seal(
                        contract,
                        PdfFixtures.order(contract, new Placement(1, 300, 300)),
                        new PdfSigners(SEAL.signer(), null),
                        SealingOptions.of(SealingProfiles.PADES, level))
                .bytes();
    }

    /** What the authorities publish. */
    private static final class Lists implements RevocationSource {

        @Override
        public Collection<X509Certificate> issuers() {
            return List.of(AUTHORITY.issuing(), AUTHORITY.root(), TestTimeStamper.root(TimeStampFamily.P256));
        }

        @Override
        public Optional<Proof> proof(X509Certificate certificate, X509Certificate issuer) {
            try {
                X509CRL list = issuer.equals(AUTHORITY.issuing())
                        ? AUTHORITY.revoked()
                        : issuer.equals(AUTHORITY.root())
                                ? AUTHORITY.rootCrl()
                                : TestTimeStamper.list(TimeStampFamily.P256);
                return Optional.of(new Proof(Proof.Kind.CRL, list.getEncoded()));
            } catch (CRLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
