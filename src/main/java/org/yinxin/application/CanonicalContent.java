package org.yinxin.application;

import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.Salt;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;

/** All that the bureaus decide on. */
sealed interface CanonicalContent permits SealContent, KeyReplacementContent {

    Reference reference();

    EnterpriseDetails enterprise();

    SealCode physicalSeal();

    SealKind kind();

    ApplicantKey key();

    /** The name of the wording that was declared. */
    String declaration();

    /** The format's name and then every field. */
    byte[] bytes();

    default Digest digest(Salt salt) {
        return Commitment.of(salt, bytes());
    }
}
