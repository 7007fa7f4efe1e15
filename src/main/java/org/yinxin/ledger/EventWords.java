package org.yinxin.ledger;

import java.util.Optional;
import org.yinxin.ledger.proof.ProvenEvent;

/** Reads what the contract said out of a proven event. */
@FunctionalInterface
public interface EventWords {

    /** Empty when it is not an event about an entry. */
    Optional<MinedTransaction.Fact> read(ProvenEvent event);
}
