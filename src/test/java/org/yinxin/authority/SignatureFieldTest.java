package org.yinxin.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Random;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.ledger.authority.HolderCheck;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.shared.Digest;

class SignatureFieldTest {

    private static final BigInteger ORDER =
            SECNamedCurves.getByName("secp256r1").getN();

    private final Digest act = Digest.random();

    @Test
    void whatABrowserSignedIsReadAsItWasSigned() {
        for (SoftKey key : new SoftKey[] {SoftKey.es256(), SoftKey.passkey("http://localhost:8080")}) {
            HolderSignature signature = key.sign(act);

            assertThat(SignatureField.parse(KeyFixtures.field(signature))).isEqualTo(signature);
        }
    }

    @Test
    void aHighSignatureIsReadAsItsLowTwin() throws IOException {
        SoftKey key = SoftKey.es256();
        HolderSignature low = key.sign(act);
        BigInteger r = BigIntegers.fromUnsignedByteArray(low.r().bytes());
        BigInteger high =
                ORDER.subtract(BigIntegers.fromUnsignedByteArray(low.s().bytes()));
        byte[] der = StandardDSAEncoding.INSTANCE.encode(ORDER, r, high);

        HolderSignature read = SignatureField.parse(field(der));

        assertThat(read).isEqualTo(low);
        assertThat(HolderCheck.verify(key.key(), act, read)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothingIsMissing(String field) {
        refused(field, SignatureRefusal.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signature",
                "{}",
                "[]",
                "{\"signature\":7}",
                "{\"signature\":\"%%%\"}",
                "{\"signature\":\"MAA\"}",
                "{\"signature\":\"AAAA\",\"signature\":\"AAAA\"}",
                "{\"signature\":\"AAAA\"} and more"
            })
    void whatIsNoSignatureIsUnreadable(String field) {
        refused(field, SignatureRefusal.UNREADABLE);
    }

    @Test
    void numbersOutsideTheCurvesOrderAreUnreadable() {
        byte[] raw = new byte[64];
        refused(field(raw), SignatureRefusal.UNREADABLE);
        java.util.Arrays.fill(raw, (byte) 0xff);
        refused(field(raw), SignatureRefusal.UNREADABLE);
    }

    /** Raw signatures are random bytes: some begin like a structure of ASN.1. */
    @Test
    void rawBytesThatLookLikeAStructureAreReadAsRaw() {
        Random random = new Random(64);
        byte[] raw = new byte[64];
        for (int i = 0; i < 100_000; i++) {
            random.nextBytes(raw);
            raw[0] = (byte) (i & 0x7f | 0x20);
            raw[1] = (byte) (i % 70);
            raw[32] &= 0x7f;
            assertThat(EcdsaValue.read(raw).r()).isEqualTo(new BigInteger(1, java.util.Arrays.copyOf(raw, 32)));
        }
    }

    @Test
    void aFieldOfAnySizeIsNotRead() {
        refused("{\"signature\":\"" + "A".repeat(10_000) + "\"}", SignatureRefusal.UNREADABLE);
    }

    @Test
    void clientDataThatIsNoTextIsUnreadable() {
        String field =
                KeyFixtures.field(SoftKey.passkey("http://localhost:8080").sign(act));
        String broken = field.replaceAll("\"clientDataJSON\":\"[^\"]*\"", "\"clientDataJSON\":\"_w\"");

        refused(broken, SignatureRefusal.UNREADABLE);
    }

    private static void refused(String field, SignatureRefusal refusal) {
        assertThatThrownBy(() -> SignatureField.parse(field))
                .isInstanceOfSatisfying(
                        SignatureRefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private static String field(byte[] signature) {
        return "{\"signature\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(signature) + "\"}";
    }
}
