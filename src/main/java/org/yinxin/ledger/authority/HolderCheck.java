package org.yinxin.ledger.authority;

import java.security.GeneralSecurityException;
import java.security.Signature;
import org.yinxin.shared.Digest;

/**
 * Checks a holder's signature as the contract does (OpenZeppelin's {@code P256} and {@code WebAuthn}), so that what
 * passes here passes there.
 */
public final class HolderCheck {

    private static final int FLAGS = 32;
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;

    private HolderCheck() {}

    /** Whether the key's holder signed the act with these 32 bytes. */
    public static boolean verify(AuthorityKey key, Digest act, HolderSignature signature) {
        if (signature.kind() != key.kind() || !signature.isLow() || !signature.isShort()) {
            return false;
        }
        return switch (key.kind()) {
            case ES256 -> signed(key, signature, act.bytes());
            case PASSKEY -> asserted(key, act, signature);
        };
    }

    private static boolean asserted(AuthorityKey key, Digest act, HolderSignature signature) {
        byte[] data = signature.authenticatorBytes();
        if (data.length <= FLAGS + 4 || !flagsFit(data[FLAGS]) || !signature.names(act) || signature.typeIndex() < 0) {
            return false;
        }
        return signed(
                key, signature, data, Digest.sha256(signature.clientDataBytes()).bytes());
    }

    private static boolean flagsFit(byte flags) {
        boolean backupSays = (flags & BACKUP_ELIGIBLE) != 0 || (flags & BACKED_UP) == 0;
        return (flags & PRESENT) != 0 && (flags & VERIFIED) != 0 && backupSays;
    }

    private static boolean signed(AuthorityKey key, HolderSignature signature, byte[]... message) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key.publicKey());
            for (byte[] part : message) {
                check.update(part);
            }
            byte[] value = new byte[2 * Digest.LENGTH];
            System.arraycopy(signature.r().bytes(), 0, value, 0, Digest.LENGTH);
            System.arraycopy(signature.s().bytes(), 0, value, Digest.LENGTH, Digest.LENGTH);
            return check.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
