package org.yinxin.ledger.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.shared.Digest;

class HolderCheckTest {

    private static final String ORIGIN = "https://seal.example.cn";

    static List<SoftKey> keys() {
        return List.of(SoftKey.es256(), SoftKey.passkey(ORIGIN));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void takesTheHoldersSignatureAndNoOther(SoftKey key) {
        Digest act = Digest.random();
        HolderSignature signature = key.sign(act);
        assertThat(HolderCheck.verify(key.key(), act, signature)).isTrue();
        assertThat(HolderCheck.verify(key.key(), Digest.random(), signature)).isFalse();
        assertThat(HolderCheck.verify(SoftKey.es256().key(), act, signature)).isFalse();
        assertThat(HolderCheck.verify(SoftKey.passkey(ORIGIN).key(), act, signature))
                .isFalse();
    }

    @Test
    void aRawSignatureIsNoAssertion() {
        SoftKey key = SoftKey.es256();
        Digest act = Digest.random();
        AuthorityKey asPasskey =
                new AuthorityKey(KeyKind.PASSKEY, key.key().x(), key.key().y());
        assertThat(HolderCheck.verify(asPasskey, act, key.sign(act))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(bytes = {0x00, 0x01, 0x04, 0x15})
    void anAssertionNeedsAPersonPresentAndVerified(byte flags) {
        SoftKey key = SoftKey.passkey(ORIGIN);
        Digest act = Digest.random();
        assertThat(HolderCheck.verify(key.key(), act, key.asserted(act, flags))).isFalse();
    }

    @Test
    void theHighTwinOfASignatureIsRefused() {
        SoftKey key = SoftKey.es256();
        Digest act = Digest.random();
        HolderSignature signature = key.sign(act);
        BigInteger high = AuthorityKey.p256()
                .getOrder()
                .subtract(BigIntegers.fromUnsignedByteArray(signature.s().bytes()));
        HolderSignature twin =
                new HolderSignature(signature.r(), Digest.of(BigIntegers.asUnsignedByteArray(32, high)), null, null);
        assertThat(HolderCheck.verify(key.key(), act, twin)).isFalse();
        assertThat(HolderSignature.raw(
                        BigIntegers.fromUnsignedByteArray(signature.r().bytes()), high))
                .isEqualTo(signature);
    }

    @Test
    void aKeyIsAPointOfTheCurve() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuthorityKey(KeyKind.ES256, Digest.random(), Digest.random()));
    }
}
