package org.yinxin.authority;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import org.bouncycastle.util.BigIntegers;
import org.yinxin.ledger.authority.AuthorityKey;

/** The signature over an enrolment's statement, by which somebody shows to have the private key. */
final class ProofOfPossession {

    private static final int COORDINATE = 32;

    private ProofOfPossession() {}

    /** Reads what somebody pasted: base64 of either alphabet, broken into lines or not. */
    static byte[] read(String pasted) {
        String base64 = pasted.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        if (base64.isEmpty()) {
            throw new KeyRefusedException(KeyRefusal.PROOF_MISSING);
        }
        try {
            byte[] signature = Base64.getDecoder().decode(base64);
            EcdsaValue.read(signature);
            return signature;
        } catch (IllegalArgumentException e) {
            throw new KeyRefusedException(KeyRefusal.PROOF_UNREADABLE);
        }
    }

    /** @throws IllegalArgumentException when it is no signature at all */
    static boolean holds(AuthorityKey key, String statement, byte[] signature) {
        EcdsaValue value = EcdsaValue.read(signature);
        try {
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key.publicKey());
            check.update(statement.getBytes(StandardCharsets.UTF_8));
            byte[] raw = new byte[2 * COORDINATE];
            System.arraycopy(BigIntegers.asUnsignedByteArray(COORDINATE, value.r()), 0, raw, 0, COORDINATE);
            System.arraycopy(BigIntegers.asUnsignedByteArray(COORDINATE, value.s()), 0, raw, COORDINATE, COORDINATE);
            return check.verify(raw);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
