package org.yinxin.ledger.authority;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;

/**
 * A mandate holder's ECDSA signature over an act, raw or with the WebAuthn assertion around it.
 *
 * @param r big-endian
 * @param s big-endian, at most half the curve's order: the contract takes no other, as each signature has a twin
 * @param authenticatorData of an assertion, in base64url without padding; null for a raw signature
 * @param clientDataJson of an assertion, exactly as it was signed; null for a raw signature
 */
public record HolderSignature(
        Digest r,
        Digest s,
        @Nullable String authenticatorData,
        @Nullable String clientDataJson) {

    private static final int LONGEST = 4096;
    private static final int WORDS = 8;
    private static final String CHALLENGE = "\"challenge\":\"";
    private static final BigInteger ORDER = AuthorityKey.p256().getOrder();

    public static HolderSignature raw(BigInteger r, BigInteger s) {
        return new HolderSignature(word(r), word(low(s)), null, null);
    }

    public static HolderSignature assertion(
            BigInteger r, BigInteger s, byte[] authenticatorData, String clientDataJson) {
        String data = Base64.getUrlEncoder().withoutPadding().encodeToString(authenticatorData);
        return new HolderSignature(word(r), word(low(s)), data, clientDataJson);
    }

    /** The assertion's authenticator data; empty for a raw signature. */
    public byte[] authenticatorBytes() {
        return authenticatorData == null ? new byte[0] : Base64.getUrlDecoder().decode(authenticatorData);
    }

    /** The assertion's client data in UTF-8, as it was signed; empty for a raw signature. */
    public byte[] clientDataBytes() {
        return clientDataJson == null ? new byte[0] : clientDataJson.getBytes(StandardCharsets.UTF_8);
    }

    /** The byte at which the client data begins to name its challenge; -1 when it does not. */
    public int challengeIndex() {
        return latin().indexOf(CHALLENGE);
    }

    /** The byte at which the client data says that it is an assertion; -1 when it does not. */
    public int typeIndex() {
        return latin().indexOf("\"type\":\"webauthn.get\"");
    }

    /** Whether the act's 32 bytes are the challenge of the assertion. */
    boolean names(Digest act) {
        int index = challengeIndex();
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(act.bytes());
        return index >= 0 && latin().startsWith(CHALLENGE + challenge + "\"", index);
    }

    KeyKind kind() {
        return authenticatorData == null || clientDataJson == null ? KeyKind.ES256 : KeyKind.PASSKEY;
    }

    boolean isLow() {
        return BigIntegers.fromUnsignedByteArray(s.bytes()).compareTo(ORDER.shiftRight(1)) <= 0;
    }

    /** Whether the contract reads it: no authenticator's assertion takes more than 4096 bytes there. */
    boolean isShort() {
        return WORDS * Digest.LENGTH + padded(authenticatorBytes()) + padded(clientDataBytes()) <= LONGEST;
    }

    /** How many bytes it is, beside r and s. */
    public int length() {
        return authenticatorBytes().length + clientDataBytes().length;
    }

    private static int padded(byte[] bytes) {
        return (bytes.length + Digest.LENGTH - 1) / Digest.LENGTH * Digest.LENGTH;
    }

    /** One character for each byte, so that places in the text are places in what was signed. */
    private String latin() {
        return new String(clientDataBytes(), StandardCharsets.ISO_8859_1);
    }

    private static BigInteger low(BigInteger s) {
        return s.compareTo(ORDER.shiftRight(1)) > 0 ? ORDER.subtract(s) : s;
    }

    /** @throws IllegalArgumentException when the number does not fit */
    private static Digest word(BigInteger number) {
        if (number.signum() <= 0 || number.compareTo(ORDER) >= 0) {
            throw new IllegalArgumentException("Not a number of a P-256 signature");
        }
        return Digest.of(BigIntegers.asUnsignedByteArray(Digest.LENGTH, number));
    }
}
