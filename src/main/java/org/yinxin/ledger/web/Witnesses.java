package org.yinxin.ledger.web;

import java.util.List;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.NodeAnswer.Stand;
import org.yinxin.ledger.Quorum;

/**
 * Who holds a record and agrees, for a page.
 *
 * @param embedded whether it is the trial chain of a single party, which can never be several witnesses
 */
public record Witnesses(List<NodeAnswer> nodes, boolean embedded) {

    public long agreeing() {
        return count(Stand.AGREES);
    }

    /** The key of the sentence that sums it up. */
    public String summary() {
        if (agreeing() == 0) {
            return "ledger.witnesses." + (count(Stand.DIFFERS) == 0 ? "none" : "differ");
        }
        if (embedded) {
            return "ledger.witnesses.embedded";
        }
        return "ledger.witnesses." + (agreeing() == nodes.size() ? "all" : "some");
    }

    /** The key of the words above the sentence. */
    public String title() {
        return Quorum.reached(nodes) ? "ledger.receipt.recorded" : "ledger.receipt.unconfirmed";
    }

    /** The verdict band's kind: silence says neither that it stands nor that something is wrong. */
    public String style() {
        return Quorum.reached(nodes) ? "valid" : "unknown";
    }

    private long count(Stand stand) {
        return nodes.stream().filter(node -> node.stand() == stand).count();
    }
}
