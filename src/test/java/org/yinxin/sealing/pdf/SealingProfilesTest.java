package org.yinxin.sealing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.pki.TestTimeStamper;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.seal.ses.GmSigner;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.seal.ses.SignatureCheck;
import org.yinxin.seal.ses.SignatureFinding;
import org.yinxin.seal.ses.SignatureReader;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.seal.ses.SignedBytes;
import org.yinxin.sealing.pdf.verification.PdfReader;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.Spot;

class SealingProfilesTest {

    private static final String OWNER = "杭州测试科技有限公司";
    private static final TestAuthority AUTHORITY = new TestAuthority("Yinxin");
    private static final TestAuthority.Seal SEAL = AUTHORITY.issue(OWNER);
    private static final TestGmSeal GM = new TestGmSeal(OWNER);
    private static final PdfSigners SIGNERS = new PdfSigners(SEAL.signer(), GM.signer());
    private static final Placement CORNER = new Placement(1, 1200, 2200);
    private static final DssJudge DSS =
            new DssJudge(List.of(AUTHORITY.root()), List.of(AUTHORITY.revoked(), AUTHORITY.rootCrl()));

    private final TestTimeStamper clock = new TestTimeStamper();
    private final PdfSealer sealer = new PdfSealer(clock, RevocationSource.none());

    @Test
    void bothProfilesMakeTwoRevisionsOfWhichThePadesCoversTheGm() throws Exception {
        SealedPdf sealed = seal(SealingProfiles.BOTH, PadesLevel.B);
        List<PDSignature> signatures = signatures(sealed.bytes());
        assertThat(signatures)
                .extracting(PDSignature::getSubFilter)
                .containsExactly("GM.sm2seal", "ETSI.CAdES.detached");
        int[] covered = signatures.getLast().getByteRange();
        assertThat(covered[2] + covered[3]).isEqualTo(sealed.bytes().length).isEqualTo(sealed.signedUntil());
        DSS.assertPassed(sealed.bytes(), SignatureLevel.PAdES_BASELINE_B);
        assertThat(report(sealed.bytes(), 0).sound()).isTrue();
    }

    @Test
    void theGmSignatureHoldsInTheOrderOfTheStandardAndCarriesAnSm2TimeStamp() throws Exception {
        SealedPdf sealed = seal(SealingProfiles.GM, PadesLevel.T);
        SignatureReport report = report(sealed.bytes(), 0);
        assertThat(report.findings())
                .extracting(SignatureFinding::reason)
                .containsOnly(SignatureFinding.Reason.HOLDS, SignatureFinding.Reason.REVOCATION_UNKNOWN);
        assertThat(report.provenTime()).isNotNull();
        assertThat(sealed.level()).isNull();
        assertThat(sealed.shortfalls()).isEmpty();
    }

    @Test
    void aByteChangedUnderTheGmSignatureIsNoticed() throws Exception {
        byte[] sealed = seal(SealingProfiles.GM, PadesLevel.B).bytes();
        sealed[700] ^= 1;
        assertThat(report(sealed, 0).finding(SignatureFinding.Step.DATA_HASH).reason())
                .isEqualTo(SignatureFinding.Reason.DATA_CHANGED);
    }

    @ParameterizedTest
    @EnumSource(SealingProfiles.class)
    void whicheverProfileTheFileShowsTheImprintOnceAtItsTrueSize(SealingProfiles profiles) {
        byte[] sealed = seal(profiles, PadesLevel.B).bytes();
        RedBox red = RedBox.on(sealed, 1);
        assertThat(red.left()).isCloseTo(120, RedBox.WITHIN);
        assertThat(red.top()).isCloseTo(220, RedBox.WITHIN);
        assertThat(red.width()).isCloseTo(40, RedBox.WITHIN);
        assertThat(red.height()).isCloseTo(40, RedBox.WITHIN);
    }

    @Test
    void theFieldOfTheGmSignatureIsAsLargeAsTheImprintBecauseReadersPaintTheSealsPictureIntoIt() {
        byte[] sealed = seal(SealingProfiles.BOTH, PadesLevel.B).bytes();
        Spot spot = new PdfReader(PdfLimits.standard())
                .read(sealed)
                .signatures()
                .getFirst()
                .spots()
                .getFirst();
        assertThat(spot.widthMm()).isCloseTo(40, RedBox.WITHIN);
        assertThat(spot.heightMm()).isCloseTo(40, RedBox.WITHIN);
    }

    @Test
    void anRsaSealMakesPadesAsWell() {
        TestAuthority.Seal rsa = AUTHORITY.issueRsa(OWNER);
        byte[] contract = PdfFixtures.contract(1);
        byte[] sealed = sealer.seal(contract, PdfFixtures.order(contract, CORNER), rsa.signer())
                .bytes();
        DSS.assertPassed(sealed, SignatureLevel.PAdES_BASELINE_B);
    }

    @Test
    void differentSealsAndProfilesOneAfterTheOtherLeaveEachOtherValid() throws Exception {
        byte[] first = seal(SealingProfiles.BOTH, PadesLevel.B).bytes();
        PdfSigners others = new PdfSigners(AUTHORITY.issue("Other").signer(), new TestGmSeal("Other").signer());
        byte[] second = sealer.seal(
                        first,
                        PdfFixtures.order(first, new Placement(1, 200, 2200)),
                        others,
                        SealingOptions.of(SealingProfiles.BOTH, PadesLevel.B))
                .bytes();
        DSS.assertPassed(second, SignatureLevel.PAdES_BASELINE_B, SignatureLevel.PAdES_BASELINE_B);
        assertThat(report(second, 0).sound()).isTrue();
        assertThat(report(second, 2).sound()).isTrue();
    }

    @Test
    void pdfsigCallsThePadesSignatureOfBothValid(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")), "pdfsig (poppler-utils) is not on this machine");
        Path file = folder.resolve("sealed.pdf");
        Files.write(file, seal(SealingProfiles.BOTH, PadesLevel.T).bytes());
        Process pdfsig = new ProcessBuilder("pdfsig", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(pdfsig.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("Signature is Valid.", "Total document signed", OWNER);
    }

    @Test
    void anSm2KeyThatIsNotTheCertificatesSealsNothing() {
        GmSigner mixed = new GmSigner(
                GM.file(), GM.certificate(), new TestGmSeal("Other").signer().sign());
        assertThatThrownBy(() -> seal(new PdfSigners(null, mixed), SealingProfiles.GM, PadesLevel.B))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aProfileWithoutItsSignerIsNotMade() {
        assertThatThrownBy(() -> seal(new PdfSigners(SEAL.signer(), null), SealingProfiles.BOTH, PadesLevel.B))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal(new PdfSigners(null, GM.signer()), SealingProfiles.BOTH, PadesLevel.B))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOutageOfTheClockLowersTheLevelAndSaysSo() throws Exception {
        clock.down(true);
        SealedPdf sealed = seal(SealingProfiles.BOTH, PadesLevel.T);
        assertThat(sealed.level()).isEqualTo(PadesLevel.B);
        assertThat(sealed.shortfalls()).containsExactlyInAnyOrder(Shortfall.NO_TIME_STAMP, Shortfall.NO_SM2_TIME_STAMP);
        DSS.assertPassed(sealed.bytes(), SignatureLevel.PAdES_BASELINE_B);
        assertThat(report(sealed.bytes(), 0).sound()).isTrue();
    }

    private SealedPdf seal(SealingProfiles profiles, PadesLevel level) {
        return seal(SIGNERS, profiles, level);
    }

    private SealedPdf seal(PdfSigners signers, SealingProfiles profiles, PadesLevel level) {
        byte[] contract = PdfFixtures.contract(2);
        return sealer.seal(contract, PdfFixtures.order(contract, CORNER), signers, SealingOptions.of(profiles, level));
    }

    private static SignatureReport report(byte[] sealed, int index) throws IOException {
        PDSignature signature = signatures(sealed).get(index);
        SealSignature read = SignatureReader.read(withoutPadding(signature.getContents()));
        return SignatureCheck.check(read, SignedBytes.ofRange(sealed, signature.getByteRange()), new SealTrust() {
            @Override
            public List<X509Certificate> issuers() {
                return List.of(GM.root());
            }

            @Override
            public List<X509Certificate> timeStampIssuers() {
                return List.of(TestTimeStamper.root(TimeStampFamily.SM2));
            }

            @Override
            public Revocation revocation(X509Certificate certificate, Instant at) {
                return Revocation.UNKNOWN;
            }
        });
    }

    private static byte[] withoutPadding(byte[] contents) {
        int lengthBytes = (contents[1] & 0x7f);
        int length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = length << 8 | contents[2 + i] & 0xff;
        }
        return Arrays.copyOf(contents, 2 + lengthBytes + length);
    }

    private static List<PDSignature> signatures(byte[] sealed) throws IOException {
        try (PDDocument document = Loader.loadPDF(sealed)) {
            return document.getSignatureDictionaries();
        }
    }
}
