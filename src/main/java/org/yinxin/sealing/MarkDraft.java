package org.yinxin.sealing;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.shared.Salt;

/**
 * A word on a use that waits for its signature; what is signed binds all of it.
 *
 * @param entry drawn before the signature, so that it serves once
 * @param salt of the reason's commitment
 * @param expiry after which the contract no longer takes the signature, in whole seconds
 */
public record MarkDraft(UUID entry, MarkKind mark, String reason, Salt salt, Instant expiry) {}
