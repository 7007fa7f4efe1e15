package org.yinxin.sealing.ofd.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.seal.ses.Quirk;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.seal.ses.SignatureFinding;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Step;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.OfdLimits;

/** Documents of several vendors get the verdict that the fixtures' own description gives them. */
class FixtureOfdsTest {

    @ParameterizedTest
    @CsvSource({"signedFile.ofd, 2020-10-04T07:28:55Z", "v4signed.ofd, 2020-10-10T07:11:20Z"})
    void aRealSealIsSoundCoversTheWholeDocumentAndIsOfAnUnknownRoot(String name, Instant time) {
        VerifiedSignature signature = only(name);

        assertSoundOfUnknownRoot(signature);
        assertThat(signature.time()).isEqualTo(time);
        assertThat(report(signature, Step.SIGNER_VALIDITY)).isEqualTo(Outcome.PASSED);
        assertThat(signature.quirks()).isEmpty();
        assertThat(signature.parts())
                .extracting(PartFinding::state)
                .containsOnly(PartFinding.State.COVERED, PartFinding.State.OF_SIGNATURES);
    }

    @Test
    void anUncoveredEntranceIsAWarningThatNamesIt() {
        VerifiedSignature signature = only("999.ofd");

        assertSoundOfUnknownRoot(signature);
        assertThat(signature.quirks()).containsExactly(OfdQuirk.ENTRANCE_UNCOVERED);
        assertThat(signature.parts(PartFinding.State.TOLERATED)).containsExactly("OFD.xml");
    }

    @Test
    void aSeamSealIsSound() {
        VerifiedSignature signature = only("V4RideRight.ofd");

        assertSoundOfUnknownRoot(signature);
        assertThat(Objects.requireNonNull(signature.description()).stamps())
                .hasSize(5)
                .allMatch(stamp -> stamp.clip() != null);
        assertThat(signature.quirks()).containsExactly(OfdQuirk.CHECK_METHOD_BY_NAME);
    }

    @Test
    void plainSignaturesAreVerifiedOverTheirAttributesAsEncoded() {
        OfdVerification found = verify("testImageNotFound.ofd");

        assertThat(found.signatures()).hasSize(2).allSatisfy(signature -> {
            assertThat(signature.plain()).isNotNull();
            assertSoundOfUnknownRoot(signature);
            assertThat(Objects.requireNonNull(signature.report()).quirks()).containsExactly(Quirk.ATTRIBUTES_UNORDERED);
            assertThat(signature.quirks()).contains(OfdQuirk.EARLY_NAMESPACE);
        });
        assertThat(found.signatures().getFirst().parts(PartFinding.State.TOLERATED))
                .containsExactlyInAnyOrder("OFD.xml", "Doc_0/Annots/Annotations.xml");
    }

    @Test
    void editedPagesAreNamed() {
        OfdVerification found = verify("zsbk.ofd");

        assertThat(found.signatures()).hasSize(2).allSatisfy(signature -> {
            assertThat(signature.outcome()).isEqualTo(Outcome.FAILED);
            OfdFinding unchanged = signature.finding(OfdFinding.Step.PARTS_UNCHANGED);
            assertThat(unchanged.reason()).isEqualTo(OfdFinding.Reason.PART_CHANGED);
            assertThat(unchanged.parts())
                    .containsExactlyInAnyOrder("Doc_0/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_1/Content.xml");
            assertThat(report(signature, Step.SIGNATURE)).isEqualTo(Outcome.PASSED);
        });
    }

    @Test
    void aSignatureThatCoveredTheListIsBrokenByTheNextOneWhichIsSound() {
        OfdVerification found = verify("h.ofd");

        VerifiedSignature first = found.signatures().getFirst();
        assertThat(first.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(first.finding(OfdFinding.Step.PARTS_UNCHANGED).parts())
                .containsExactly("Doc_0/Signs/Signatures.xml");
        VerifiedSignature second = found.signatures().getLast();
        assertSoundOfUnknownRoot(second);
        assertThat(second.quirks()).contains(OfdQuirk.COUNTER_TWICE);
    }

    @Test
    void aDocumentWithoutSignaturesHasNone() {
        assertThat(verify("Page5-unsigned.ofd").signatures()).isEmpty();
    }

    @Test
    void onlyTheFixtureThatSkippedANumberCountsFurtherThanItLists() {
        assertThat(verify("999.ofd").lists()).isEqualTo(OfdVerification.ListState.COUNTED_FURTHER);
        for (String name : List.of("signedFile.ofd", "V4RideRight.ofd", "h.ofd", "zsbk.ofd", "n.ofd")) {
            assertThat(verify(name).lists()).as(name).isEqualTo(OfdVerification.ListState.WHOLE);
        }
    }

    private static void assertSoundOfUnknownRoot(VerifiedSignature signature) {
        assertThat(signature.sound()).as("%s", signature).isTrue();
        assertThat(signature.outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(Objects.requireNonNull(signature.report()).finding(Step.SIGNER_CHAIN))
                .isEqualTo(new SignatureFinding(
                        Step.SIGNER_CHAIN, Outcome.INDETERMINATE, SignatureFinding.Reason.ISSUER_UNKNOWN));
        assertThat(signature.findings()).allMatch(finding -> finding.outcome() == Outcome.PASSED);
        assertThat(Set.copyOf(signature.parts(PartFinding.State.CHANGED))).isEmpty();
    }

    private static Outcome report(VerifiedSignature signature, Step step) {
        return Objects.requireNonNull(signature.report()).finding(step).outcome();
    }

    private static VerifiedSignature only(String name) {
        OfdVerification found = verify(name);
        assertThat(found.signatures()).hasSize(1);
        return found.signatures().getFirst();
    }

    private static OfdVerification verify(String name) {
        return OfdVerifier.verify(OfdFiles.fixture(name), OfdLimits.standard(), SealTrust.none());
    }
}
