package org.yinxin.ledger;

import java.util.List;

/** All configured nodes, our own first.
 *
 * @param embedded whether it is the embedded chain of one party
 */
public record ChainNodes(List<ChainNode> nodes, boolean embedded) {}
