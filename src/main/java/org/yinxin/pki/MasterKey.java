package org.yinxin.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;

/** Encrypts private keys at rest: AES-256-GCM (NIST SP 800-38D), a fresh 12-byte nonce before each ciphertext. */
final class MasterKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final String fingerprint;
    private final SecureRandom random = new SecureRandom();

    private MasterKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
        byte[] label = "yinxin master key".getBytes(StandardCharsets.US_ASCII);
        fingerprint = HexFormat.of().formatHex(Digest.sha256(label, bytes).bytes(), 0, 8);
    }

    static MasterKey of(@Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            throw new IllegalStateException("Set yinxin.pki.master-key (YINXIN_PKI_MASTER_KEY) to the base64 form of 32"
                    + " random bytes, made for example with: openssl rand -base64 32");
        }
        byte[] bytes = decode(base64.strip());
        if (bytes.length != 32) {
            throw new IllegalStateException("yinxin.pki.master-key must be the base64 form of exactly 32 bytes");
        }
        return new MasterKey(bytes);
    }

    /** Which master key this is, without saying anything of it. */
    String fingerprint() {
        return fingerprint;
    }

    /** @param context what the plaintext belongs to: it opens in no other place */
    byte[] wrap(byte[] plain, byte[] context) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
        byte[] wrapped = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, wrapped, NONCE, sealed.length);
        return wrapped;
    }

    byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE), context)
                .doFinal(wrapped, NONCE, wrapped.length - NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "MasterKey[" + fingerprint + "]";
    }
}
