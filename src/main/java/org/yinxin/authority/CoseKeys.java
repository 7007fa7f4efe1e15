package org.yinxin.authority;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import org.yinxin.ledger.authority.AuthorityKey;

/** Reads the public keys that authenticators make (COSE, RFC 9053). */
final class CoseKeys {

    private static final ObjectConverter CBOR = new ObjectConverter();

    private CoseKeys() {}

    /** @throws KeyRefusedException when it is no key on P-256 */
    static AuthorityKey authorityKey(byte[] cose) {
        COSEKey key = CBOR.getCborMapper().readValue(cose, COSEKey.class);
        PublicKey publicKey = key == null ? null : key.getPublicKey();
        if (!(publicKey instanceof ECPublicKey point)) {
            throw new KeyRefusedException(KeyRefusal.WRONG_CURVE);
        }
        try {
            return AuthorityKey.of(KeyMethod.PASSKEY.kind(), point);
        } catch (IllegalArgumentException e) {
            throw new KeyRefusedException(KeyRefusal.WRONG_CURVE);
        }
    }
}
