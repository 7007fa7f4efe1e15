package org.yinxin.authority.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of WebAuthn Level 3, 5.1.8 to 5.1.10, as Spring Security writes and reads it. */
final class PasskeyJson {

    private static final int LONGEST = 65_536;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LONGEST)
                            .maxStringLength(LONGEST)
                            .maxNestingDepth(16)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(new WebauthnJacksonModule())
            .build();

    private PasskeyJson() {}

    /** For {@code signing.js}, which alone reads it, and now. */
    static ResponseEntity<String> answer(Object content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(content));
    }

    /** @throws RuntimeException when it is no such answer */
    static PublicKeyCredential<AuthenticatorAttestationResponse> attestation(String json) {
        return whole(JSON.readValue(json, new TypeReference<>() {}));
    }

    /** @throws RuntimeException when it is no such answer */
    static PublicKeyCredential<AuthenticatorAssertionResponse> assertion(String json) {
        return whole(JSON.readValue(json, new TypeReference<>() {}));
    }

    private static <R extends AuthenticatorResponse> PublicKeyCredential<R> whole(
            @Nullable PublicKeyCredential<R> answer) {
        if (answer == null || answer.getRawId() == null || answer.getResponse() == null) {
            throw new IllegalArgumentException("An answer without its parts");
        }
        return answer;
    }
}
