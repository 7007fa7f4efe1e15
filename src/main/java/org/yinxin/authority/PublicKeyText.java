package org.yinxin.authority;

import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECPoint;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.shared.Digest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads public keys that people paste: PEM (RFC 7468, SubjectPublicKeyInfo) or JWK (RFC 7517). */
final class PublicKeyText {

    private static final int LONGEST = 8192;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private PublicKeyText() {}

    /** @throws KeyRefusedException when it is no public key on P-256, or a private one */
    static AuthorityKey read(String pasted) {
        String text = pasted.strip();
        if (text.isEmpty()) {
            throw new KeyRefusedException(KeyRefusal.KEY_MISSING);
        }
        if (text.contains("PRIVATE KEY")) {
            throw new KeyRefusedException(KeyRefusal.KEY_PRIVATE);
        }
        try {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("Longer than any key");
            }
            return text.startsWith("{") ? jwk(BrowserJson.read(text)) : pem(text);
        } catch (IllegalArgumentException | JacksonException | IOException e) {
            throw new KeyRefusedException(KeyRefusal.KEY_UNREADABLE);
        }
    }

    /** @throws IllegalArgumentException when it is no JWK */
    static AuthorityKey jwk(JsonNode key) {
        if (key.has("d")) {
            throw new KeyRefusedException(KeyRefusal.KEY_PRIVATE);
        }
        if (!"EC".equals(BrowserJson.text(key, "kty")) || !"P-256".equals(BrowserJson.text(key, "crv"))) {
            throw new KeyRefusedException(KeyRefusal.WRONG_CURVE);
        }
        return new AuthorityKey(KeyMethod.MACHINE.kind(), coordinate(key, "x"), coordinate(key, "y"));
    }

    private static Digest coordinate(JsonNode key, String name) {
        return Digest.of(Base64.getUrlDecoder().decode(BrowserJson.text(key, name)));
    }

    private static AuthorityKey pem(String text) throws IOException {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            throw new IllegalArgumentException("Not PEM of a public key");
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(der);
        boolean p256 = X9ObjectIdentifiers.id_ecPublicKey.equals(
                        key.getAlgorithm().getAlgorithm())
                && SECObjectIdentifiers.secp256r1.equals(key.getAlgorithm().getParameters());
        if (!p256) {
            throw new KeyRefusedException(KeyRefusal.WRONG_CURVE);
        }
        ECPoint point = SECNamedCurves.getByName("secp256r1")
                .getCurve()
                .decodePoint(key.getPublicKeyData().getOctets())
                .normalize();
        return new AuthorityKey(
                KeyMethod.MACHINE.kind(),
                Digest.of(point.getAffineXCoord().getEncoded()),
                Digest.of(point.getAffineYCoord().getEncoded()));
    }
}
