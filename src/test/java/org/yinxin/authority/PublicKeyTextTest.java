package org.yinxin.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.shared.Digest;

class PublicKeyTextTest {

    private final SoftKey soft = SoftKey.es256();
    private final AuthorityKey key = soft.key();

    @Test
    void readsPemAndJwkOfTheSameKey() {
        String pem = pem("PUBLIC KEY", soft.pair().getPublic());

        assertThat(PublicKeyText.read("  " + pem + "\n")).isEqualTo(key);
        assertThat(PublicKeyText.read(jwk("EC", "P-256", key.x(), key.y()))).isEqualTo(key);
    }

    @Test
    void otherCurvesAndRsaAreNamed() throws GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        refused(pem("PUBLIC KEY", rsa.generateKeyPair().getPublic()), KeyRefusal.WRONG_CURVE);
        refused(pem("PUBLIC KEY", ec("secp384r1").getPublic()), KeyRefusal.WRONG_CURVE);
        refused(jwk("EC", "P-384", key.x(), key.y()), KeyRefusal.WRONG_CURVE);
        refused("{\"kty\":\"RSA\",\"crv\":\"\",\"n\":\"AA\",\"e\":\"AQAB\"}", KeyRefusal.WRONG_CURVE);
    }

    @Test
    void aPrivateKeyIsNotTakenInAnyForm() throws GeneralSecurityException {
        refused(pem("PRIVATE KEY", ec("secp256r1").getPrivate()), KeyRefusal.KEY_PRIVATE);
        refused("-----BEGIN EC PRIVATE KEY-----", KeyRefusal.KEY_PRIVATE);
        refused(jwk("EC", "P-256", key.x(), key.y()).replace("}", ",\"d\":\"AAAA\"}"), KeyRefusal.KEY_PRIVATE);
    }

    @Test
    void whatIsNoKeyIsUnreadable() {
        refused("", KeyRefusal.KEY_MISSING);
        refused("my key", KeyRefusal.KEY_UNREADABLE);
        refused("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", KeyRefusal.KEY_UNREADABLE);
        refused("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", KeyRefusal.KEY_UNREADABLE);
        refused("{\"kty\":\"EC\"}", KeyRefusal.KEY_UNREADABLE);
        refused(jwk("EC", "P-256", Digest.random(), Digest.random()), KeyRefusal.KEY_UNREADABLE);
        refused("{" + " ".repeat(9000), KeyRefusal.KEY_UNREADABLE);
    }

    private static void refused(String text, KeyRefusal refusal) {
        assertThatThrownBy(() -> PublicKeyText.read(text))
                .isInstanceOfSatisfying(
                        KeyRefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private static KeyPair ec(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static String pem(String type, Key key) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END " + type + "-----\n";
    }

    private static String jwk(String type, String curve, Digest x, Digest y) {
        return "{\"kty\":\"" + type + "\",\"crv\":\"" + curve + "\",\"x\":\"" + text(x) + "\",\"y\":\"" + text(y)
                + "\"}";
    }

    private static String text(Digest coordinate) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(coordinate.bytes());
    }
}
