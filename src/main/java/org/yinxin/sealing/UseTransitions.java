package org.yinxin.sealing;

import static org.yinxin.sealing.UseActor.HOLDER;
import static org.yinxin.sealing.UseActor.LEDGER;
import static org.yinxin.sealing.UseActor.PLATFORM;
import static org.yinxin.sealing.UseEvent.ABANDON;
import static org.yinxin.sealing.UseEvent.AUTHORISE;
import static org.yinxin.sealing.UseEvent.EXPIRE;
import static org.yinxin.sealing.UseEvent.RECORD;
import static org.yinxin.sealing.UseEvent.REFUSE;
import static org.yinxin.sealing.UseEvent.RELEASE;
import static org.yinxin.sealing.UseEvent.SEAL;
import static org.yinxin.sealing.UseStatus.AUTHORISED;
import static org.yinxin.sealing.UseStatus.RECORDED;
import static org.yinxin.sealing.UseStatus.REFUSED;
import static org.yinxin.sealing.UseStatus.RELEASED;
import static org.yinxin.sealing.UseStatus.REQUESTED;
import static org.yinxin.sealing.UseStatus.SEALED;
import static org.yinxin.sealing.UseStatus.VOID;

import java.util.List;
import java.util.Optional;

/** The one table of what may happen to a use, in which state, and who may make it happen. */
public final class UseTransitions {

    /** One row of the table. */
    public record Edge(UseStatus from, UseEvent event, UseStatus to, UseActor actor) {}

    public static final List<Edge> TABLE = List.of(
            new Edge(REQUESTED, AUTHORISE, AUTHORISED, HOLDER),
            new Edge(REQUESTED, ABANDON, VOID, PLATFORM),
            new Edge(REQUESTED, EXPIRE, VOID, PLATFORM),
            new Edge(AUTHORISED, SEAL, SEALED, PLATFORM),
            new Edge(AUTHORISED, ABANDON, VOID, PLATFORM),
            new Edge(SEALED, RECORD, RECORDED, LEDGER),
            new Edge(SEALED, REFUSE, REFUSED, LEDGER),
            new Edge(RECORDED, RELEASE, RELEASED, HOLDER));

    private UseTransitions() {}

    public static Optional<Edge> edge(UseStatus from, UseEvent event) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.event() == event)
                .findFirst();
    }

    static UseStatus follow(UseStatus from, UseEvent event) {
        return edge(from, event)
                .orElseThrow(() -> new IllegalUseTransitionException(from, event))
                .to();
    }
}
