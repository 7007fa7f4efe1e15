package org.yinxin.verification.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.sealing.DocumentDesk;
import org.yinxin.sealing.SealingSettings;
import org.yinxin.sealing.pdf.TestAuthority;
import org.yinxin.verification.CheckCode;
import org.yinxin.verification.Verdict;

/** Documents that others made and signed, each with the answer that a correct check gives. */
class FixtureDocumentsTest {

    private static final Path FOLDER = Path.of("../shared/fixtures/pdf");

    private final DocumentChecker checker = new DocumentChecker(
            new DocumentDesk(new SealingSettings(Duration.ofDays(30), 2)),
            new Trust(List.of(new TestAuthority("Ours").root()), List.of(), List.of()),
            new FakeBooks());

    @ParameterizedTest
    @CsvSource({
        "pdf-signed-original.pdf,             COULD_NOT_BE_CHECKED, ISSUER_TRUSTED,     issuer-unknown",
        "hellopades-pades-lt-sha256-sign.pdf, COULD_NOT_BE_CHECKED, ISSUER_TRUSTED,     issuer-unknown",
        "modified_after_signature.pdf,        NOT_VALID,            WHOLE_FILE_COVERED, bytes-appended",
        "hide.pdf,                            NOT_VALID,            WHOLE_FILE_COVERED, bytes-appended",
        "Signature-P-HU_NET-2.pdf,            NOT_VALID,            SIGNATURE_INTACT,   altered",
        "pdf-signed-corrupted.pdf,            NOT_VALID,            SIGNATURE_INTACT,   range-broken",
        "tail-uncovered.pdf,                  NOT_VALID,            WHOLE_FILE_COVERED, bytes-appended",
        "encrypted.pdf,                       COULD_NOT_BE_CHECKED, ISSUER_TRUSTED,     issuer-unknown",
        "malformed-pades.pdf,                 COULD_NOT_BE_CHECKED, FILE_FORMAT,        not-pdf"
    })
    void eachGetsTheAnswerThatItsDescriptionAsksFor(String name, Verdict verdict, CheckCode deciding, String reason)
            throws IOException {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not on this machine");
        DocumentReport report = checker.check(Files.readAllBytes(file), Instant.now());
        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.deciding().code()).isEqualTo(deciding);
        assertThat(report.deciding().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"pdf-signed-original.pdf", "hellopades-pades-lt-sha256-sign.pdf"})
    void anUnknownIssuerIsNoSuspicionOfTampering(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not on this machine");
        DocumentReport report = checker.check(Files.readAllBytes(file), Instant.now());
        assertThat(report.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.ours()).isFalse();
            assertThat(signature.checks())
                    .filteredOn(check -> check.code() == CheckCode.SIGNATURE_INTACT)
                    .allMatch(check -> check.passed());
            assertThat(signature.checks())
                    .filteredOn(check -> check.code() == CheckCode.UNCHANGED_SINCE)
                    .allMatch(check -> check.passed());
        });
    }
}
