package org.yinxin.seal;

import java.time.Instant;
import org.yinxin.imprint.Imprint;
import org.yinxin.pki.IssuedCertificate;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/**
 * Everything that is made for a seal, before it is entered in the books.
 *
 * @param sealFile the seal structure, DER (GB/T 38540-2020)
 */
record MadeSeal(
        SealNumber number,
        Imprint imprint,
        IssuedCertificate sm2Certificate,
        IssuedCertificate p256Certificate,
        byte[] sealFile,
        Instant validFrom,
        Instant validTo) {

    Digest digest() {
        return Digest.sha256(sealFile);
    }
}
