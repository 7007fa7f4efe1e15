package org.yinxin.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/** What other modules may know of a person; only citizens have a national id digest, only officers a bureau. */
public record PersonView(
        UUID id,
        String displayName,
        Role role,
        @Nullable Bureau bureau,
        @Nullable Digest nationalIdDigest) {}
