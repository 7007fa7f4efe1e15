package org.yinxin.seal.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Reason;
import org.yinxin.seal.ses.SignatureFinding.Step;

class SignatureStructureTest {

    private static final byte[] DATA = "<Signature/>".getBytes(StandardCharsets.UTF_8);

    private final SesFixtures people = new SesFixtures();
    private final SealTrust trust = trust(people.issuer, SealTrust.Revocation.GOOD);

    @Test
    void whatWasWrittenIsReadBack() {
        SignatureContent content = people.use(DATA);
        byte[] encoded = people.signature(content);
        SealSignature read = SignatureReader.read(encoded);

        assertThat(read.version()).isEqualTo(4);
        assertThat(read.time()).isEqualTo(SesFixtures.SIGNED);
        assertThat(read.dataHash()).isEqualTo(content.dataHash());
        assertThat(read.propertyInfo()).isEqualTo(content.propertyInfo());
        assertThat(read.seal().encoded()).isEqualTo(content.sealFile());
        assertThat(read.signerCertificate()).isEqualTo(content.signerCertificate());
        assertThat(read.algorithm()).isEqualTo("1.2.156.10197.1.501");
        assertThat(read.timeStamp()).isNull();
        assertThat(read.quirks()).isEmpty();
        assertThat(read.toBeSigned()).isEqualTo(Encoded.elements(encoded).getFirst());
    }

    @Test
    void whatIsWrittenIsDer() throws IOException {
        SealExtension extension = new SealExtension("1.2.156.1", true, new byte[] {1, 2});
        SignatureContent use = people.use(DATA);
        SignatureContent content = new SignatureContent(
                5, use.sealFile(), use.time(), use.dataHash(), "/x", List.of(extension), use.signerCertificate());
        byte[] encoded = people.signature(content);

        assertThat(ASN1Primitive.fromByteArray(encoded).getEncoded(ASN1Encoding.DER))
                .isEqualTo(encoded);
        SealSignature read = SignatureReader.read(encoded);
        assertThat(read.version()).isEqualTo(5);
        assertThat(read.extensions()).usingRecursiveComparison().isEqualTo(List.of(extension));
        assertThat(read.quirks()).containsExactly(Quirk.VERSIONS_DIFFER);
    }

    @Test
    void aSealOfVersionFiveCarriesATimeStamp() throws IOException {
        SealContent four = people.content();
        SealContent five = new SealContent(
                5,
                four.vendor(),
                four.number(),
                four.type(),
                four.name(),
                four.signers(),
                four.createdAt(),
                four.validFrom(),
                four.validTo(),
                four.picture(),
                List.of(new SealExtension("1.2.156.2", false, new byte[] {3})));
        byte[] encoded = SealWriter.write(
                five,
                SesFixtures.encoded(people.maker),
                data -> SesFixtures.sign(people.makerKey, data),
                digest -> people.timeStamp(digest, SesFixtures.MADE));

        ElectronicSeal read = SealReader.read(encoded);
        assertThat(ASN1Primitive.fromByteArray(encoded).getEncoded(ASN1Encoding.DER))
                .isEqualTo(encoded);
        assertThat(read.content()).usingRecursiveComparison().isEqualTo(five);
        assertThat(read.timeStamp()).isNotEmpty();
        assertThat(SealCheck.makerSignatureHolds(read)).isTrue();
        assertThatThrownBy(() -> SealWriter.write(four, new byte[0], data -> data, digest -> digest))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGoodSignatureHoldsInEveryRespect() {
        SignatureReport report = check(people.signature(people.use(DATA)), DATA);

        assertThat(report.findings()).extracting(SignatureFinding::step).containsExactly(Step.values());
        assertThat(report.findings().subList(0, Step.TIME_STAMP.ordinal()))
                .extracting(SignatureFinding::outcome)
                .containsOnly(Outcome.PASSED);
        assertThat(report.finding(Step.TIME_STAMP).reason()).isEqualTo(Reason.ABSENT);
        assertThat(report.sound()).isTrue();
    }

    @Test
    void everyChangedByteIsFound() {
        byte[] encoded = people.signature(people.use(DATA));
        for (int i = 0; i < encoded.length; i++) {
            byte[] changed = encoded.clone();
            changed[i] ^= 0x01;
            assertThat(sound(changed)).as("byte %d changed", i).isFalse();
        }
    }

    @Test
    void changedDataAreFoundAndTheRestStillHolds() {
        SignatureReport report = check(people.signature(people.use(DATA)), "<signature/>".getBytes());

        assertThat(report.firstFailure())
                .contains(new SignatureFinding(Step.DATA_HASH, Outcome.FAILED, Reason.DATA_CHANGED));
        assertThat(report.finding(Step.SIGNATURE).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.sound()).isFalse();
    }

    @Test
    void aDigestWithSm2sPrefixIsToleratedAndNamed() {
        SignatureContent use = people.use(DATA);
        byte[] z = KnownCertificate.of(SesFixtures.encoded(people.signer))
                .orElseThrow()
                .z();
        SignatureContent odd = new SignatureContent(
                4,
                use.sealFile(),
                use.time(),
                SignedBytes.of(DATA).digestAfter(z),
                use.propertyInfo(),
                List.of(),
                use.signerCertificate());
        SignatureReport report = check(people.signature(odd), DATA);

        assertThat(report.sound()).isTrue();
        assertThat(report.quirks()).containsExactly(Quirk.Z_PREFIXED_DIGEST);
    }

    @Test
    void aGenuineSealInAStrangersHandIsFound() {
        SesFixtures stranger = new SesFixtures();
        SignatureContent use = people.use(DATA);
        SignatureContent borrowed = new SignatureContent(
                4,
                use.sealFile(),
                use.time(),
                use.dataHash(),
                use.propertyInfo(),
                List.of(),
                SesFixtures.encoded(stranger.signer));

        assertThat(check(stranger.signature(borrowed), DATA).firstFailure())
                .contains(new SignatureFinding(Step.SIGNER_LISTED, Outcome.FAILED, Reason.NOT_LISTED));
    }

    @Test
    void anAttackersOwnAuthorityIsUnknown() {
        SesFixtures attacker = new SesFixtures();
        SignatureReport report = check(attacker.signature(attacker.use(DATA)), DATA);

        assertThat(report.sound()).isTrue();
        assertThat(report.finding(Step.MAKER_CHAIN).reason()).isEqualTo(Reason.ISSUER_UNKNOWN);
        assertThat(report.finding(Step.SIGNER_CHAIN).reason()).isEqualTo(Reason.ISSUER_UNKNOWN);
        assertThat(report.finding(Step.REVOCATION).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void anOrdinaryCertificateCannotCertifyOthers() {
        SignatureReport report = SignatureCheck.check(
                SignatureReader.read(people.signature(people.use(DATA))),
                SignedBytes.of(DATA),
                trust(
                        SesFixtures.certificate("Issuer", people.issuerKey, people.issuerKey, "Issuer"),
                        SealTrust.Revocation.GOOD));

        assertThat(report.finding(Step.SIGNER_CHAIN).reason()).isEqualTo(Reason.NOT_AUTHORITY);
    }

    @Test
    void aRevokedSignerIsFoundAndAnUnknownAnswerIsNotARevocation() {
        SealSignature signature = SignatureReader.read(people.signature(people.use(DATA)));

        SignatureReport revoked = SignatureCheck.check(
                signature, SignedBytes.of(DATA), trust(people.issuer, SealTrust.Revocation.REVOKED));
        SignatureReport unknown = SignatureCheck.check(
                signature, SignedBytes.of(DATA), trust(people.issuer, SealTrust.Revocation.UNKNOWN));

        assertThat(revoked.finding(Step.REVOCATION))
                .isEqualTo(new SignatureFinding(Step.REVOCATION, Outcome.FAILED, Reason.REVOKED));
        assertThat(unknown.firstFailure()).isEmpty();
        assertThat(unknown.finding(Step.REVOCATION).outcome()).isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void aKeyForOtherPurposesMayNotSign() {
        X509Certificate other = SesFixtures.certificate(
                "Signer",
                people.signerKey,
                people.issuerKey,
                "Issuer",
                Extension.keyUsage,
                new KeyUsage(KeyUsage.keyAgreement));
        SignatureContent use = people.use(DATA);
        SignatureContent odd = new SignatureContent(
                4, use.sealFile(), use.time(), use.dataHash(), "/x", List.of(), SesFixtures.encoded(other));

        assertThat(check(people.signature(odd), DATA).finding(Step.KEY_USAGE).reason())
                .isEqualTo(Reason.KEY_MAY_NOT_SIGN);
    }

    @Test
    void aTimeStampProvesTheTime() {
        Instant proven = SesFixtures.SIGNED.plusSeconds(2);
        byte[] plain = people.signature(people.use(DATA));
        byte[] stamped = SignatureWriter.withTimeStamp(plain, digest -> people.timeStamp(digest, proven));
        SignatureReport report = check(stamped, DATA);

        assertThat(report.finding(Step.TIME_STAMP)).isEqualTo(SignatureFinding.passed(Step.TIME_STAMP));
        assertThat(report.provenTime()).isEqualTo(proven);
        assertThatThrownBy(() -> SignatureWriter.withTimeStamp(stamped, digest -> digest))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimeStampOfSomethingElseProvesNothing() {
        byte[] plain = people.signature(people.use(DATA));

        assertThat(timeStamp(plain, people.timeStamp(new byte[32], SesFixtures.SIGNED)))
                .isEqualTo(Reason.TIME_STAMP_OF_OTHER_DATA);
        assertThat(timeStamp(plain, new byte[] {0x30, 0})).isEqualTo(Reason.TIME_STAMP_UNREADABLE);
        assertThat(check(
                                SignatureWriter.withTimeStamp(
                                        plain,
                                        digest -> people.timeStamp(digest, SesFixtures.SIGNED.minusSeconds(3600))),
                                DATA)
                        .finding(Step.TIME_STAMP)
                        .reason())
                .isEqualTo(Reason.TIME_STAMP_BEFORE_SIGNING);
        SesFixtures stranger = new SesFixtures();
        assertThat(check(
                                SignatureWriter.withTimeStamp(
                                        plain, digest -> stranger.timeStamp(digest, SesFixtures.SIGNED)),
                                DATA)
                        .finding(Step.TIME_STAMP))
                .isEqualTo(new SignatureFinding(Step.TIME_STAMP, Outcome.INDETERMINATE, Reason.ISSUER_UNKNOWN));
    }

    @Test
    void onlyZerosMayFollowInAPdf() {
        byte[] encoded = people.signature(people.use(DATA));
        byte[] padded = Arrays.copyOf(encoded, encoded.length + 300);
        byte[] stuffed = padded.clone();
        stuffed[encoded.length + 200] = 1;

        assertThat(SignatureReader.readPadded(padded).encoded()).isEqualTo(encoded);
        assertThatThrownBy(() -> SignatureReader.read(padded)).isInstanceOf(SealFormatException.class);
        assertThatThrownBy(() -> SignatureReader.readPadded(stuffed)).isInstanceOf(SealFormatException.class);
    }

    @Test
    void nestingHasAnEnd() {
        byte[] deep = new byte[0];
        for (int i = 0; i < 200; i++) {
            deep = Der.sequence(deep);
        }
        byte[] nested = deep;
        assertThatThrownBy(() -> SignatureReader.read(nested))
                .isInstanceOf(SealFormatException.class)
                .hasMessageContaining("too deep");
        assertThatThrownBy(() -> SignatureReader.read(Der.sequence(new byte[100_000])))
                .isInstanceOf(SealFormatException.class)
                .hasMessageContaining("too many");
    }

    private Reason timeStamp(byte[] plain, byte[] token) {
        return check(SignatureWriter.withTimeStamp(plain, digest -> token), DATA)
                .finding(Step.TIME_STAMP)
                .reason();
    }

    private SignatureReport check(byte[] encoded, byte[] data) {
        return SignatureCheck.check(SignatureReader.read(encoded), SignedBytes.of(data), trust);
    }

    private boolean sound(byte[] changed) {
        try {
            SignatureReport report = check(changed, DATA);
            return report.sound()
                    && report.firstFailure().isEmpty()
                    && report.firstUnknown().isEmpty();
        } catch (SealFormatException e) {
            return false;
        }
    }

    private static SealTrust trust(X509Certificate issuer, SealTrust.Revocation revocation) {
        return new SealTrust() {
            @Override
            public Collection<X509Certificate> issuers() {
                return List.of(issuer);
            }

            @Override
            public Revocation revocation(X509Certificate certificate, Instant at) {
                return revocation;
            }
        };
    }
}
