/** Compares what the database says was recorded with what the chain holds, both ways, and keeps what does not match. */
@NullMarked
@NamedInterface("reconciliation")
package org.yinxin.ledger.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
