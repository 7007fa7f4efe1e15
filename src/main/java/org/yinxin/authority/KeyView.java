package org.yinxin.authority;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.authority.AuthorityKey;

/**
 * An enrolled key as everybody but its module sees it.
 *
 * @param label what its holder calls it
 * @param credentialId by which an authenticator knows a passkey, in base64url; null for every other key
 */
public record KeyView(
        UUID id,
        UUID personId,
        String label,
        KeyMethod method,
        AuthorityKey key,
        @Nullable String credentialId,
        Instant enrolledAt) {}
