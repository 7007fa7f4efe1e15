package org.yinxin.authority;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.authority.HolderSignature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the hidden field {@code signature} that {@code signing.js} fills: JSON with {@code signature} and, of a passkey,
 * {@code authenticatorData} and {@code clientDataJSON}, all in base64url.
 */
public final class SignatureField {

    private static final int LONGEST = 8192;

    private SignatureField() {}

    /** @throws SignatureRefusedException when it is empty or no signature */
    public static HolderSignature parse(@Nullable String field) {
        if (field == null || field.isBlank()) {
            throw new SignatureRefusedException(SignatureRefusal.MISSING);
        }
        try {
            if (field.length() > LONGEST) {
                throw new IllegalArgumentException("Longer than any signature");
            }
            return signature(BrowserJson.read(field));
        } catch (IllegalArgumentException | JacksonException | CharacterCodingException e) {
            throw new SignatureRefusedException(SignatureRefusal.UNREADABLE);
        }
    }

    private static HolderSignature signature(JsonNode field) throws CharacterCodingException {
        EcdsaValue value = EcdsaValue.read(bytes(field, "signature"));
        if (!field.has("authenticatorData")) {
            return HolderSignature.raw(value.r(), value.s());
        }
        String clientData = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(field, "clientDataJSON")))
                .toString();
        return HolderSignature.assertion(value.r(), value.s(), bytes(field, "authenticatorData"), clientData);
    }

    private static byte[] bytes(JsonNode field, String name) {
        return Base64.getUrlDecoder().decode(BrowserJson.text(field, name));
    }
}
