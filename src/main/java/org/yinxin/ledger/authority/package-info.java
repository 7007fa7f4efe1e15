/**
 * What the holders of mandates sign with keys of their own, and how anyone checks it: the digests that the contract
 * computes too (EIP-712), and signatures by P-256 keys, raw or as WebAuthn assertions. Knows nothing of Spring, of nodes
 * or of the database.
 */
@NullMarked
@NamedInterface("authority")
package org.yinxin.ledger.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
