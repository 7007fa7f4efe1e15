package org.yinxin.sealing.pdf;

import org.jspecify.annotations.Nullable;
import org.yinxin.seal.ses.GmSigner;

/** Who signs for a seal under each profile; the one that is not asked for may be absent. */
public record PdfSigners(
        @Nullable SealSigner pades, @Nullable GmSigner gm) {

    SealSigner neededPades() {
        if (pades == null) {
            throw new IllegalArgumentException("A PAdES signature needs its signer");
        }
        return pades;
    }

    GmSigner neededGm() {
        if (gm == null) {
            throw new IllegalArgumentException("A GM signature needs its signer");
        }
        return gm;
    }
}
