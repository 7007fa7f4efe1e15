package org.yinxin.verification.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.sealing.DocumentDesk;
import org.yinxin.sealing.SealingSettings;
import org.yinxin.sealing.ofd.OfdFiles;
import org.yinxin.sealing.ofd.verification.PartFinding;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;
import org.yinxin.verification.CheckVerdict;
import org.yinxin.verification.Verdict;

/** OFD documents that others made and signed, each with the answer that a correct check gives. */
class FixtureOfdDocumentsTest {

    private final DocumentChecker checker = new DocumentChecker(
            new DocumentDesk(new SealingSettings(Duration.ofDays(30), 2)),
            new Trust(List.of(), List.of(), List.of()),
            new FakeBooks());

    @ParameterizedTest
    @CsvSource({
        "signedFile.ofd,        COULD_NOT_BE_CHECKED, SEAL_GENUINE,      maker-unknown",
        "v4signed.ofd,          COULD_NOT_BE_CHECKED, SEAL_GENUINE,      maker-unknown",
        "999.ofd,               COULD_NOT_BE_CHECKED, SIGNATURES_LISTED, counted-further",
        "V4RideRight.ofd,       COULD_NOT_BE_CHECKED, SEAL_GENUINE,      maker-unknown",
        "testImageNotFound.ofd, COULD_NOT_BE_CHECKED, ISSUER_TRUSTED,    issuer-unknown",
        "n.ofd,                 COULD_NOT_BE_CHECKED, SEAL_GENUINE,      maker-unknown",
        "zsbk.ofd,              NOT_VALID,            PARTS_UNCHANGED,   part-changed",
        "h.ofd,                 NOT_VALID,            PARTS_UNCHANGED,   part-changed",
        "Page5-unsigned.ofd,    NOT_VALID,            SEAL_PRESENT,      none"
    })
    void eachGetsTheAnswerThatItsDescriptionAsksFor(String name, Verdict verdict, CheckCode deciding, String reason) {
        DocumentReport report = check(name);
        assertThat(report.verdict()).as("%s", report).isEqualTo(verdict);
        assertThat(report.deciding().code()).isEqualTo(deciding);
        assertThat(report.deciding().reason()).isEqualTo(reason);
        assertThat(report.packages()).hasSameSizeAs(report.signatures());
    }

    @ParameterizedTest
    @CsvSource({"signedFile.ofd", "v4signed.ofd", "999.ofd", "V4RideRight.ofd", "testImageNotFound.ofd"})
    void anUnknownRootIsNoSuspicionOfTampering(String name) {
        assertThat(check(name).signatures()).allSatisfy(signature -> {
            assertThat(signature.ours()).isFalse();
            assertThat(signature.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
            for (CheckCode code : List.of(
                    CheckCode.SIGNATURE_INTACT,
                    CheckCode.PARTS_UNCHANGED,
                    CheckCode.PARTS_COVERED,
                    CheckCode.CERTIFICATE_VALID_WHEN_USED,
                    CheckCode.KEY_MAY_SIGN)) {
                assertThat(find(signature, code).verdict()).as("%s", code).isEqualTo(CheckVerdict.PASSED);
            }
        });
    }

    @Test
    void aCertificateThatHasSinceExpiredWasGoodWhenItWasUsed() {
        Check period = find(check("signedFile.ofd").signatures().getFirst(), CheckCode.CERTIFICATE_VALID_WHEN_USED);
        assertThat(period.reason()).isEqualTo("expired-since");
        assertThat(period.passed()).isTrue();
    }

    @Test
    void anUncoveredEntranceIsNamed() {
        Check covered = find(check("999.ofd").signatures().getFirst(), CheckCode.PARTS_COVERED);
        assertThat(covered.reason()).isEqualTo("tolerated");
        assertThat(covered.values()).containsExactly("OFD.xml");
    }

    @Test
    void aDigestThatCannotBeMadeHereLeavesTheAnswerOpen() {
        SignatureFinding signature = check("n.ofd").signatures().getFirst();
        assertThat(signature.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
        Check unchanged = find(signature, CheckCode.PARTS_UNCHANGED);
        assertThat(unchanged.verdict()).isEqualTo(CheckVerdict.INDETERMINATE);
        assertThat(unchanged.reason()).isEqualTo("digest-not-supported");
    }

    @Test
    void changedPartsAreNamedInTheListOfParts() {
        DocumentReport report = check("zsbk.ofd");
        assertThat(report.packages()).allSatisfy(contents -> {
            assertThat(contents.harmed()).isTrue();
            assertThat(contents.parts())
                    .filteredOn(part -> part.state() == PartFinding.State.CHANGED)
                    .extracting(PartFinding::path)
                    .containsExactlyInAnyOrder("Doc_0/Pages/Page_0/Content.xml", "Doc_0/Pages/Page_1/Content.xml");
        });
    }

    @Test
    void ofTwoSignaturesTheOneThatCoveredTheListIsNotValidAndTheOtherIsSound() {
        List<SignatureFinding> signatures = check("h.ofd").signatures();
        assertThat(signatures).hasSize(2);
        assertThat(signatures.getFirst().verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(signatures.getLast().verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
        assertThat(signatures.getLast().spots())
                .singleElement()
                .satisfies(spot -> assertThat(spot.page()).isEqualTo(1));
    }

    @Test
    void whatIsNoOfdDocumentCouldNotBeChecked() {
        DocumentReport report = checker.check(new byte[] {'P', 'K', 3, 4, 0, 0}, Instant.now());
        assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
        assertThat(report.deciding().reason()).isEqualTo("ofd-not-zip");
    }

    private DocumentReport check(String name) {
        return checker.check(OfdFiles.fixture(name), Instant.now());
    }

    private static Check find(SignatureFinding signature, CheckCode code) {
        return signature.checks().stream()
                .filter(check -> check.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
