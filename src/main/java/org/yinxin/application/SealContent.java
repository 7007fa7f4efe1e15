package org.yinxin.application;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;

/**
 * What the bureaus decide on when an enterprise asks for its seal.
 *
 * @param file digest of the supporting file
 * @param imprint digest of the picture where the imprint is not drawn
 */
record SealContent(
        Reference reference,
        EnterpriseDetails enterprise,
        SealCode physicalSeal,
        SealKind kind,
        ImprintSource imprintSource,
        Period validity,
        Digest file,
        String declaration,
        @Nullable Digest imprint,
        ApplicantKey key)
        implements CanonicalContent {

    /** The format before it had no key, and no imprint where none was chosen. */
    static final String FORMAT = "yinxin-application-2";

    @Override
    public byte[] bytes() {
        return new CanonicalFields(FORMAT)
                .add(reference.value())
                .add(enterprise)
                .add(physicalSeal.value())
                .add(kind.name())
                .add(imprintSource.name())
                .add(validity.toString())
                .add(file.hex())
                .add(declaration)
                .add(imprint == null ? null : imprint.hex())
                .add(key)
                .bytes();
    }
}
