package org.yinxin.ledger;

import java.util.List;

/** What the nodes say of a question; an outage is never an answer. */
public sealed interface ChainAnswer<T> {

    /** More nodes say this than anything else. */
    record Known<T>(T value, List<NodeAnswer> nodes) implements ChainAnswer<T> {}

    /** The nodes answer, and the chain holds nothing. */
    record Absent<T>(List<NodeAnswer> nodes) implements ChainAnswer<T> {}

    /** Nobody answers, or the nodes contradict each other. */
    record Unreachable<T>(String reason, List<NodeAnswer> nodes) implements ChainAnswer<T> {}

    List<NodeAnswer> nodes();
}
