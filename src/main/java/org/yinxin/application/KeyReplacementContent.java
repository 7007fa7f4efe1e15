package org.yinxin.application;

import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;

/**
 * What the bureaus decide on when a legal representative lost the key of a seal.
 *
 * @param seal the random identifier on the chain of the version in force
 * @param reason what happened to the key before, in the legal representative's words
 */
record KeyReplacementContent(
        Reference reference,
        EnterpriseDetails enterprise,
        SealNumber number,
        Digest seal,
        SealCode physicalSeal,
        SealKind kind,
        String reason,
        String declaration,
        ApplicantKey key)
        implements CanonicalContent {

    static final String FORMAT = "yinxin-key-replacement-1";

    @Override
    public byte[] bytes() {
        return new CanonicalFields(FORMAT)
                .add(reference.value())
                .add(enterprise)
                .add(number.value())
                .add(seal.hex())
                .add(physicalSeal.value())
                .add(kind.name())
                .add(reason)
                .add(declaration)
                .add(key)
                .bytes();
    }
}
