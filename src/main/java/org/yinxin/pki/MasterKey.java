package org.yinxin.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;

/** The wrapping key that the settings hold, 32 bytes for AES-256-GCM. */
final class MasterKey implements WrappingKey {

    private final GcmWrap gcm;
    private final String fingerprint;

    private MasterKey(byte[] bytes) {
        gcm = new GcmWrap(new SecretKeySpec(bytes, "AES"), null);
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

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public byte[] wrap(byte[] plain, byte[] context) throws GeneralSecurityException {
        return gcm.wrap(plain, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return gcm.unwrap(wrapped, context);
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
