package org.yinxin.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/**
 * Somebody who works at a bureau.
 *
 * @param administrator whether they also manage the bureau's officers
 * @param nationalId the digest of their identity number, when it is known
 */
public record Officer(
        UUID id,
        String name,
        Bureau bureau,
        boolean administrator,
        @Nullable Digest nationalId) {}
