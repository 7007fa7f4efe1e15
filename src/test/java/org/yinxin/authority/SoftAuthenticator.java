package org.yinxin.authority;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.util.BigIntegers;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.shared.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** An authenticator and the browser before it, which also lie when a test asks them to (WebAuthn Level 3, 6 and 7). */
final class SoftAuthenticator {

    static final byte PRESENT = 0x01;
    static final byte VERIFIED = 0x04;
    private static final byte ATTESTED = 0x40;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final SoftKey key;
    private final String origin;
    private final byte[] credentialId = new byte[24];
    private String userHandle = "";
    private byte flags = PRESENT | VERIFIED;
    private byte[] coseKey;

    SoftAuthenticator(String origin) {
        this.origin = origin;
        this.key = SoftKey.passkey(origin);
        this.coseKey = es256((ECPublicKey) key.pair().getPublic());
        new SecureRandom().nextBytes(credentialId);
    }

    SoftAuthenticator withFlags(int flags) {
        this.flags = (byte) flags;
        return this;
    }

    /** Offers another public key than it was asked for. */
    SoftAuthenticator withCoseKey(byte[] coseKey) {
        this.coseKey = coseKey;
        return this;
    }

    /** The JSON that a page posts after {@code navigator.credentials.create}. */
    String create(String options) {
        JsonNode asked = JSON.readTree(options);
        userHandle = asked.path("user").path("id").stringValue();
        String clientData =
                clientData("webauthn.create", asked.path("challenge").stringValue());
        Map<String, Object> attestation = new LinkedHashMap<>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", attested(asked.path("rp").path("id").stringValue()));
        return credential(Map.of(
                "clientDataJSON",
                text(clientData.getBytes(StandardCharsets.UTF_8)),
                "attestationObject",
                text(new CBORMapper().writeValueAsBytes(attestation)),
                "transports",
                new String[] {"internal"}));
    }

    /** The JSON that a page posts after {@code navigator.credentials.get}. */
    String get(String options) {
        byte[] challenge = Base64.getUrlDecoder()
                .decode(JSON.readTree(options).path("challenge").stringValue());
        var signature = key.asserted(Digest.of(challenge), flags);
        byte[] raw = new byte[64];
        System.arraycopy(signature.r().bytes(), 0, raw, 0, 32);
        System.arraycopy(signature.s().bytes(), 0, raw, 32, 32);
        return credential(Map.of(
                "clientDataJSON",
                text(String.valueOf(signature.clientDataJson()).getBytes(StandardCharsets.UTF_8)),
                "authenticatorData",
                String.valueOf(signature.authenticatorData()),
                "signature",
                text(der(raw)),
                "userHandle",
                userHandle));
    }

    private String credential(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id",
                text(credentialId),
                "rawId",
                text(credentialId),
                "type",
                "public-key",
                "response",
                response,
                "clientExtensionResults",
                Map.of()));
    }

    private String clientData(String type, String challenge) {
        return "{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":false}";
    }

    private byte[] attested(String domain) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(Digest.sha256(domain.getBytes(StandardCharsets.UTF_8)).bytes());
        data.write(flags | ATTESTED);
        data.writeBytes(new byte[4]);
        data.writeBytes(new byte[16]);
        data.writeBytes(
                ByteBuffer.allocate(2).putShort((short) credentialId.length).array());
        data.writeBytes(credentialId);
        data.writeBytes(coseKey);
        return data.toByteArray();
    }

    /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} */
    private static byte[] es256(ECPublicKey key) {
        return cose(new byte[] {0x03, 0x26, 0x20, 0x01}, key, 32);
    }

    /** {1: 2, 3: -35, -1: 2, -2: x, -3: y} */
    static byte[] es384(ECPublicKey key) {
        return cose(new byte[] {0x03, 0x38, 0x22, 0x20, 0x02}, key, 48);
    }

    /** {1: 3, 3: -257, -1: n, -2: e} */
    static byte[] rs256(java.security.interfaces.RSAPublicKey key) {
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20, 0x59, 0x01, 0x00});
        cose.writeBytes(BigIntegers.asUnsignedByteArray(256, key.getModulus()));
        cose.writeBytes(new byte[] {0x21, 0x43, 0x01, 0x00, 0x01});
        return cose.toByteArray();
    }

    private static byte[] cose(byte[] algorithmAndCurve, ECPublicKey key, int length) {
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02});
        cose.writeBytes(algorithmAndCurve);
        cose.writeBytes(new byte[] {0x21, 0x58, (byte) length});
        cose.writeBytes(BigIntegers.asUnsignedByteArray(length, key.getW().getAffineX()));
        cose.writeBytes(new byte[] {0x22, 0x58, (byte) length});
        cose.writeBytes(BigIntegers.asUnsignedByteArray(length, key.getW().getAffineY()));
        return cose.toByteArray();
    }

    private static byte[] der(byte[] raw) {
        EcdsaValue value = EcdsaValue.read(raw);
        try {
            return org.bouncycastle.crypto.signers.StandardDSAEncoding.INSTANCE.encode(
                    org.bouncycastle.asn1.sec.SECNamedCurves.getByName("secp256r1")
                            .getN(),
                    value.r(),
                    value.s());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
