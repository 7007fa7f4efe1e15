package org.yinxin.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.yinxin.shared.Digest;
import org.yinxin.shared.NationalId;

/**
 * The only form in which national id numbers are kept: HMAC-SHA-256 (RFC 2104) under the platform's key, the same for
 * the same number, so that a citizen and a register entry can be matched without either naming the number.
 */
@Component
public class NationalIdDigests {

    private final SecretKeySpec key;

    @Autowired
    NationalIdDigests(AccountSettings settings) {
        this(key(settings.nationalIdKey()));
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

    static byte[] key(@Nullable String base64) {
        byte[] key = base64 == null ? new byte[0] : decode(base64.strip());
        if (key.length != 32) {
            throw new IllegalStateException(
                    "Set yinxin.account.national-id-key (YINXIN_ACCOUNT_NATIONAL_ID_KEY) to the base64 form of 32 random"
                            + " bytes, made for example with: openssl rand -base64 32");
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
