package org.yinxin.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.yinxin.shared.Digest;
import org.yinxin.shared.NationalId;

/**
 * The only form in which national id numbers are kept: HMAC-SHA-256 (RFC 2104) under the platform's key, the same for
 * the same number, so that a citizen and a register entry can be matched without either naming the number.
 */
@Component
public class NationalIdDigests {

    private static final byte[] EMBEDDED_KEY = Digest.sha256(
                    "yinxin embedded national id key".getBytes(StandardCharsets.UTF_8))
            .bytes();

    private final SecretKeySpec key;

    @Autowired
    NationalIdDigests(AccountSettings settings, Environment environment) {
        this(key(settings.nationalIdKey(), environment.acceptsProfiles(Profiles.of("embedded"))));
    }

    NationalIdDigests(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    public Digest digest(NationalId number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Digest.of(mac.doFinal(number.value().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    static byte[] key(@Nullable String base64, boolean embedded) {
        if (base64 == null || base64.isBlank()) {
            if (embedded) {
                return EMBEDDED_KEY.clone();
            }
            throw new IllegalStateException(
                    "Set yinxin.account.national-id-key (YINXIN_ACCOUNT_NATIONAL_ID_KEY) to the base64 form of 32 random"
                            + " bytes, made for example with: openssl rand -base64 32");
        }
        byte[] key = decode(base64.strip());
        if (key.length != 32) {
            throw new IllegalStateException(
                    "yinxin.account.national-id-key must be the base64 form of exactly 32 bytes");
        }
        if (!embedded && Digest.of(key).equals(Digest.of(EMBEDDED_KEY))) {
            throw new IllegalStateException(
                    "yinxin.account.national-id-key is the published key of the embedded profile: make one of your own");
        }
        return key;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
