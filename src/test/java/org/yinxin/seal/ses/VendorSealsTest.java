package org.yinxin.seal.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real seals of several makers, read in place. */
class VendorSealsTest {

    private static final Path FOLDER = Path.of("../shared/fixtures/ofd");

    @ParameterizedTest
    @CsvSource({
        "signedFile.ofd, 4, ofd",
        "v4signed.ofd, 4, ",
        "999.ofd, 4, ",
        "V4RideRight.ofd, 4, ",
        "n.ofd, 1, ",
        "zsbk.ofd, , ",
        "h.ofd, , "
    })
    void aRealSealIsReadAndItsMakersSignatureHolds(String file, Integer version, String picture) throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "the folder of fixtures is not here: " + FOLDER);

        ElectronicSeal seal = SealReader.read(seal(FOLDER.resolve(file)));

        assertThat(SealCheck.makerSignatureHolds(seal)).isTrue();
        if (version != null) {
            assertThat(seal.content().version()).isEqualTo(version);
        }
        if (picture != null) {
            assertThat(seal.content().picture().type()).isEqualTo(picture);
        }
        assertThat(seal.content().name()).isNotBlank();
        assertThat(seal.content().validTo()).isAfter(seal.content().validFrom());
        assertThat(seal.content().picture().widthMm()).isBetween(5, 60);
        assertThat(seal.content().picture().data()).isNotEmpty();
    }

    /** The seal stands in every signature value, as the second part of what was signed. */
    private static byte[] seal(Path ofd) throws IOException {
        try (ZipFile zip = new ZipFile(ofd.toFile())) {
            ZipEntry value = zip.stream()
                    .filter(entry -> entry.getName().endsWith("SignedValue.dat"))
                    .findFirst()
                    .orElseThrow();
            ASN1Sequence signature =
                    ASN1Sequence.getInstance(zip.getInputStream(value).readAllBytes());
            ASN1Sequence signed = ASN1Sequence.getInstance(signature.getObjectAt(0));
            return signed.getObjectAt(1).toASN1Primitive().getEncoded(ASN1Encoding.DL);
        }
    }
}
