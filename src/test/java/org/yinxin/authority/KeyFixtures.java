package org.yinxin.authority;

import java.util.Base64;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.shared.Digest;

/** Writes signatures of tests' keys as {@code signing.js} does. */
public final class KeyFixtures {

    private KeyFixtures() {}

    /** What the form's field {@code signature} holds once the key has signed the act. */
    public static String field(SoftKey key, Digest act) {
        return field(key.sign(act));
    }

    public static String field(HolderSignature signature) {
        byte[] raw = new byte[2 * Digest.LENGTH];
        System.arraycopy(signature.r().bytes(), 0, raw, 0, Digest.LENGTH);
        System.arraycopy(signature.s().bytes(), 0, raw, Digest.LENGTH, Digest.LENGTH);
        StringBuilder json = new StringBuilder("{\"signature\":\"" + text(raw) + '"');
        String clientData = signature.clientDataJson();
        if (clientData != null) {
            json.append(",\"authenticatorData\":\"")
                    .append(signature.authenticatorData())
                    .append("\",\"clientDataJSON\":\"")
                    .append(text(clientData.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .append('"');
        }
        return json.append('}').toString();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
