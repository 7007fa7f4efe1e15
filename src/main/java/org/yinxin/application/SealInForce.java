package org.yinxin.application;

import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/**
 * A seal that is neither revoked, replaced nor expired, as far as another key for it is concerned.
 *
 * @param onChainId of the version in force
 * @param rootKey {@code AuthorityKey.digest()} of its legal representative's key; absent for seals made before keys were
 * @param recorded whether the chain has confirmed its issue
 */
public record SealInForce(
        SealNumber number,
        Uscc uscc,
        SealCode physicalSeal,
        SealKind kind,
        Digest onChainId,
        @Nullable Digest rootKey,
        boolean recorded) {}
