package org.yinxin.ledger.authority;

import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.yinxin.shared.Digest;

/** A holder's key in memory: signs as a machine does, or as an authenticator would for a site. */
public final class SoftKey {

    private static final byte PRESENT_AND_VERIFIED = 0x05;

    private final KeyPair pair;
    private final KeyKind kind;
    private final String origin;

    private SoftKey(KeyKind kind, String origin, KeyPair pair) {
        this.kind = kind;
        this.origin = origin;
        this.pair = pair;
    }

    public static SoftKey es256() {
        return new SoftKey(KeyKind.ES256, "", drawn());
    }

    /** A machine's key that another process wrote down with {@link #written}. */
    public static SoftKey read(String written) {
        String[] parts = written.split(":");
        try {
            KeyFactory keys = KeyFactory.getInstance("EC");
            return new SoftKey(
                    KeyKind.ES256,
                    "",
                    new KeyPair(
                            keys.generatePublic(
                                    new X509EncodedKeySpec(HexFormat.of().parseHex(parts[0]))),
                            keys.generatePrivate(
                                    new PKCS8EncodedKeySpec(HexFormat.of().parseHex(parts[1])))));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public String written() {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(pair.getPublic().getEncoded())
                + ":"
                + hex.formatHex(pair.getPrivate().getEncoded());
    }

    /** @param origin as the browser writes it, such as {@code http://localhost:8080} */
    public static SoftKey passkey(String origin) {
        return new SoftKey(KeyKind.PASSKEY, origin, drawn());
    }

    private static KeyPair drawn() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public AuthorityKey key() {
        return AuthorityKey.of(kind, (ECPublicKey) pair.getPublic());
    }

    public KeyPair pair() {
        return pair;
    }

    public HolderSignature sign(Digest act) {
        return kind == KeyKind.ES256 ? raw(act) : asserted(act, PRESENT_AND_VERIFIED);
    }

    /** An assertion with other flags than one should have. */
    public HolderSignature asserted(Digest act, byte flags) {
        return asserted(act, flags, "");
    }

    /** An assertion whose client data says more than browsers say. @param more further members, each after a comma */
    public HolderSignature asserted(Digest act, byte flags, String more) {
        String client = "{\"type\":\"webauthn.get\",\"challenge\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(act.bytes())
                + "\",\"origin\":\"" + origin + "\",\"crossOrigin\":false" + more + "}";
        byte[] host = URI.create(origin).getHost().getBytes(StandardCharsets.UTF_8);
        byte[] data = ByteBuffer.allocate(37)
                .put(Digest.sha256(host).bytes())
                .put(flags)
                .putInt(1)
                .array();
        BigInteger[] value = value(
                data, Digest.sha256(client.getBytes(StandardCharsets.UTF_8)).bytes());
        return HolderSignature.assertion(value[0], value[1], data, client);
    }

    private HolderSignature raw(Digest act) {
        BigInteger[] value = value(act.bytes());
        return HolderSignature.raw(value[0], value[1]);
    }

    private BigInteger[] value(byte[]... message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            for (byte[] part : message) {
                signature.update(part);
            }
            byte[] value = signature.sign();
            return new BigInteger[] {
                new BigInteger(1, Arrays.copyOf(value, 32)), new BigInteger(1, Arrays.copyOfRange(value, 32, 64))
            };
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
