package org.yinxin.seal.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Reason;
import org.yinxin.seal.ses.SignatureFinding.Step;

/** Real signatures of several makers, read in place and checked against the very file they sign. */
class VendorSignaturesTest {

    private static final Path FOLDER = Path.of("../shared/fixtures/ofd");

    @BeforeEach
    void fixtures() {
        assumeTrue(Files.isDirectory(FOLDER), "the folder of fixtures is not here: " + FOLDER);
    }

    @ParameterizedTest
    @CsvSource({
        "signedFile.ofd, 0, 4, 2020-10-04T07:28:55Z",
        "v4signed.ofd, 0, 4, 2020-10-10T07:11:20Z",
        "999.ofd, 0, 4, 2020-08-17T11:13:29Z",
        "V4RideRight.ofd, 0, 4, 2021-05-19T12:53:44Z",
        "h.ofd, 0, 4, 2020-07-16T08:04:27Z",
        "h.ofd, 1, 4, 2020-07-16T08:05:36Z",
        "zsbk.ofd, 0, 4, 2020-10-10T06:58:41Z",
        "zsbk.ofd, 1, 4, "
    })
    void aRealSignatureIsSoundAndOfAnUnknownRoot(String file, int index, int version, Instant time) throws IOException {
        SealSignature signature = SignatureReader.read(part(file, index, "SignedValue.dat"));
        SignatureReport report =
                SignatureCheck.check(signature, SignedBytes.of(part(file, index, "Signature.xml")), SealTrust.none());

        assertThat(signature.version()).isEqualTo(version);
        if (time != null) {
            assertThat(signature.time()).isEqualTo(time);
        }
        assertThat(signature.propertyInfo()).isEqualTo("/Doc_0/Signs/Sign_" + index + "/Signature.xml");
        assertThat(report.sound()).as("%s", report).isTrue();
        assertThat(report.firstFailure()).isEmpty();
        assertThat(report.finding(Step.SIGNER_CHAIN))
                .isEqualTo(new SignatureFinding(Step.SIGNER_CHAIN, Outcome.INDETERMINATE, Reason.ISSUER_UNKNOWN));
        assertThat(report.quirks()).isEmpty();
    }

    @Test
    void aSignatureOfVersionOneIsReadWithItsTimeAsText() throws IOException {
        SealSignature signature = SignatureReader.read(part("n.ofd", 0, "SignedValue.dat"));
        SignatureReport report =
                SignatureCheck.check(signature, SignedBytes.of(part("n.ofd", 0, "Signature.xml")), SealTrust.none());

        assertThat(signature.version()).isEqualTo(1);
        assertThat(signature.time()).isEqualTo(Instant.parse("2020-01-25T07:31:56.377Z"));
        assertThat(signature.quirks()).contains(Quirk.TEXT_TIME, Quirk.SIGNER_IS_NO_CERTIFICATE);
        assertThat(report.finding(Step.MAKER_SIGNATURE).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.finding(Step.SIGNATURE))
                .isEqualTo(new SignatureFinding(Step.SIGNATURE, Outcome.INDETERMINATE, Reason.SIGNS_DIGEST_ONLY));
        assertThat(report.finding(Step.SIGNER_LISTED).reason()).isEqualTo(Reason.LIST_UNREADABLE);
        assertThat(report.sound()).isFalse();
        assertThat(report.finding(Step.DATA_HASH).outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(report.firstFailure()).isEmpty();
    }

    @Test
    void aPlainDigitalSignatureIsNotASealsSignature() throws IOException {
        byte[] cms = part("testImageNotFound.ofd", 0, "SignedValue.dat");

        assertThatThrownBy(() -> SignatureReader.read(cms)).isInstanceOf(SealFormatException.class);
    }

    private static byte[] part(String ofd, int index, String name) throws IOException {
        try (ZipFile zip = new ZipFile(FOLDER.resolve(ofd).toFile())) {
            return zip.getInputStream(zip.getEntry("Doc_0/Signs/Sign_" + index + "/" + name))
                    .readAllBytes();
        }
    }
}
