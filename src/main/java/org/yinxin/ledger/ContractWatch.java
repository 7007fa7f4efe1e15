package org.yinxin.ledger;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the node that is written to holds the contract: asked now and then, since it costs a question each time. */
@Component
class ContractWatch {

    private final Hindrance hindrance;
    private final LedgerSettings settings;
    private @Nullable String holder;
    private long heldAt;
    private @Nullable Long missingSince;

    ContractWatch(Hindrance hindrance, LedgerSettings settings) {
        this.hindrance = hindrance;
        this.settings = settings;
    }

    /** @param onItsWay whether a transaction of ours is about to bring it there */
    boolean stands(ChainNode node, Deployment deployment, boolean onItsWay) {
        long now = System.nanoTime();
        if (node.name().equals(holder) && now - heldAt < settings.compareEvery().toNanos()) {
            return true;
        }
        boolean stands = node.holdsContract(deployment.contract());
        holder = stands ? node.name() : null;
        heldAt = now;
        if (stands || onItsWay) {
            missingSince = null;
            hindrance.isOver();
        } else {
            missing(node, deployment, now);
        }
        return stands;
    }

    /** A chain that forgot it gets it again from what we wrote down, which the next comparison sees to. */
    private void missing(ChainNode node, Deployment deployment, long now) {
        Long since = missingSince;
        if (since == null) {
            missingSince = now;
        } else if (now - since > settings.sendAgainAfter().toNanos()) {
            hindrance.met(
                    Incidents.Kind.CONTRACT_REFUSED,
                    "Nothing is written: the node of " + node.name() + " does not hold the contract 0x"
                            + HexFormat.of().formatHex(deployment.contract()));
        }
    }
}
