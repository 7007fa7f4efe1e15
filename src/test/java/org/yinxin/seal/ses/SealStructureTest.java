package org.yinxin.seal.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.yinxin.seal.ses.SealCheck.Finding;

class SealStructureTest {

    private final SesFixtures people = new SesFixtures();

    @Test
    void whatWasWrittenIsReadBack() {
        ElectronicSeal seal = SealReader.read(people.seal(people.content()));

        assertThat(seal.content()).usingRecursiveComparison().isEqualTo(people.content());
        assertThat(seal.makerCertificate()).isEqualTo(SesFixtures.encoded(people.maker));
        assertThat(seal.algorithm()).isEqualTo("1.2.156.10197.1.501");
        assertThat(seal.quirks()).isEmpty();
        assertThat(seal.lists(SesFixtures.encoded(people.signer))).isTrue();
        assertThat(seal.lists(SesFixtures.encoded(people.maker))).isFalse();
    }

    @Test
    void theMakerSignsTheSealInformationAndNothingElse() {
        byte[] encoded = people.seal(people.content());

        assertThat(SealReader.read(encoded).toBeSigned())
                .isEqualTo(Encoded.elements(encoded).getFirst());
    }

    @Test
    void aSealOfAKnownMakerIsSoundDuringItsValidity() {
        assertThat(check(people.seal(people.content()))).isEqualTo(Finding.SOUND);
    }

    @Test
    void everyChangedByteIsFound() {
        byte[] encoded = people.seal(people.content());
        for (int i = 0; i < encoded.length; i++) {
            byte[] changed = encoded.clone();
            changed[i] ^= 0x01;
            assertThat(soundAndSame(changed)).as("byte %d changed", i).isFalse();
        }
    }

    @Test
    void aSealIsNotSoundOutsideItsValidity() {
        ElectronicSeal seal = SealReader.read(people.seal(people.content()));
        List<java.security.cert.X509Certificate> issuers = List.of(people.issuer);

        assertThat(SealCheck.check(seal, issuers, SesFixtures.MADE.minusSeconds(1)))
                .isEqualTo(Finding.NOT_YET_VALID);
        assertThat(SealCheck.check(seal, issuers, SesFixtures.UNTIL.plusSeconds(1)))
                .isEqualTo(Finding.EXPIRED);
    }

    @Test
    void anybodyCanMakeASealButOnlyOneMakerIsKnown() {
        SesFixtures attacker = new SesFixtures();

        assertThat(check(attacker.seal(people.content()))).isEqualTo(Finding.MAKER_UNKNOWN);
    }

    @Test
    void aMakersCertificatePutUnderAnotherSignatureIsFound() {
        SesFixtures attacker = new SesFixtures();
        byte[] forged = SealWriter.write(
                people.content(), SesFixtures.encoded(people.maker), data -> SesFixtures.sign(attacker.makerKey, data));

        assertThat(check(forged)).isEqualTo(Finding.MAKER_SIGNATURE_WRONG);
    }

    @Test
    void aListOfDigestsNamesTheSignerToo() {
        byte[] certificate = SesFixtures.encoded(people.signer);
        SealContent content = withSigners(new SealContent.SignerList.Digests(
                List.of(new SealContent.CertificateDigest("SM3", Sm3.digest(certificate)))));
        ElectronicSeal seal = SealReader.read(people.seal(content));

        assertThat(seal.lists(certificate)).isTrue();
        assertThat(seal.lists(SesFixtures.encoded(people.maker))).isFalse();
    }

    @Test
    void aRawSignatureIsToleratedAndNamed() throws Exception {
        ASN1Sequence seal = ASN1Sequence.getInstance(people.seal(people.content()));
        ASN1Sequence signature =
                ASN1Sequence.getInstance(((DERBitString) DERBitString.getInstance(seal.getObjectAt(3))).getOctets());
        byte[] raw = new byte[64];
        for (int i = 0; i < 2; i++) {
            byte[] number = ASN1Integer.getInstance(signature.getObjectAt(i))
                    .getPositiveValue()
                    .toByteArray();
            int length = Math.min(32, number.length);
            System.arraycopy(number, number.length - length, raw, 32 * i + 32 - length, length);
        }
        byte[] odd = new DERSequence(new ASN1Encodable[] {
                    seal.getObjectAt(0), seal.getObjectAt(1), seal.getObjectAt(2), new DERBitString(raw)
                })
                .getEncoded();

        assertThat(SealReader.read(odd).quirks()).containsExactly(Quirk.RAW_SIGNATURE);
        assertThat(check(odd)).isEqualTo(Finding.SOUND);
    }

    @Test
    void otherBytesAreNotASeal() {
        byte[] encoded = people.seal(people.content());

        assertThatThrownBy(() -> SealReader.read(new byte[0])).isInstanceOf(SealFormatException.class);
        assertThatThrownBy(() -> SealReader.read("%PDF-1.7".getBytes())).isInstanceOf(SealFormatException.class);
        assertThatThrownBy(() -> SealReader.read(Arrays.copyOf(encoded, encoded.length - 1)))
                .isInstanceOf(SealFormatException.class);
        assertThatThrownBy(() -> SealReader.read(Arrays.copyOf(encoded, encoded.length + 1)))
                .isInstanceOf(SealFormatException.class);
    }

    private Finding check(byte[] encoded) {
        return SealCheck.check(
                SealReader.read(encoded), List.of(people.issuer), SesFixtures.MADE.plus(Duration.ofDays(1)));
    }

    private boolean soundAndSame(byte[] changed) {
        try {
            return check(changed) == Finding.SOUND;
        } catch (SealFormatException e) {
            return false;
        }
    }

    private SealContent withSigners(SealContent.SignerList signers) {
        SealContent content = people.content();
        return new SealContent(
                4,
                content.vendor(),
                content.number(),
                content.type(),
                content.name(),
                signers,
                content.createdAt(),
                content.validFrom(),
                content.validTo(),
                content.picture());
    }
}
