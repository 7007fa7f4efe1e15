package org.yinxin.ledger.authority;

import java.time.Instant;
import org.yinxin.shared.Digest;

/**
 * On whose authority anything but a use comes to the chain.
 *
 * @param mandate whose key signs
 * @param expiry after which the contract no longer takes it
 * @param signature over the {@link SignedAct}
 */
public record HolderAuthority(Digest mandate, Instant expiry, HolderSignature signature) {}
