/**
 * Proofs that need no trust in us: that an event stands in a block and that the validators signed the block, checked
 * without a network. Knows nothing of Spring, of nodes or of the database.
 */
@NullMarked
@NamedInterface("proof")
package org.yinxin.ledger.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
