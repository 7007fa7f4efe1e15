package org.yinxin.ledger.authority;

import java.time.Instant;
import java.util.List;
import org.yinxin.shared.Digest;

/**
 * On whose authority a use comes to the chain.
 *
 * @param mandate the handler's
 * @param kind the salted leaf of the document's kind; zero where the mandate allows every kind
 * @param kindProof the leaf's path to the mandate's root of kinds; empty where it has none
 * @param expiry after which the contract no longer takes it
 * @param signature over {@link SignedUse}
 */
public record UseAuthority(
        Digest mandate, Digest kind, List<Digest> kindProof, Instant expiry, HolderSignature signature) {}
