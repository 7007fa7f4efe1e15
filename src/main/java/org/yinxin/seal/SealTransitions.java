package org.yinxin.seal;

import static org.yinxin.seal.SealActor.BUREAU;
import static org.yinxin.seal.SealActor.OWNER;
import static org.yinxin.seal.SealActor.PLATFORM;
import static org.yinxin.seal.SealStatus.ACTIVE;
import static org.yinxin.seal.SealStatus.EXPIRED;
import static org.yinxin.seal.SealStatus.ISSUED;
import static org.yinxin.seal.SealStatus.REPLACED;
import static org.yinxin.seal.SealStatus.REVOKED;
import static org.yinxin.seal.SealStatus.SUSPENDED;
import static org.yinxin.seal.SealStep.ACTIVATE;
import static org.yinxin.seal.SealStep.EXPIRE;
import static org.yinxin.seal.SealStep.REFUSE_ACTIVATION;
import static org.yinxin.seal.SealStep.REFUSE_ISSUE;
import static org.yinxin.seal.SealStep.REFUSE_KEY;
import static org.yinxin.seal.SealStep.REFUSE_RENEWAL;
import static org.yinxin.seal.SealStep.REFUSE_RESUMPTION;
import static org.yinxin.seal.SealStep.REPLACE;
import static org.yinxin.seal.SealStep.REPLACE_KEY;
import static org.yinxin.seal.SealStep.RESUME;
import static org.yinxin.seal.SealStep.REVOKE;
import static org.yinxin.seal.SealStep.SUSPEND;

import java.util.List;
import java.util.Optional;

/** The one table of what may happen to a seal, in which state, and who may make it happen. */
public final class SealTransitions {

    /** One row of the table. */
    public record Edge(SealStatus from, SealStep event, SealStatus to, SealActor actor) {}

    public static final List<Edge> TABLE = List.of(
            new Edge(ISSUED, ACTIVATE, ACTIVE, OWNER),
            new Edge(ISSUED, REVOKE, REVOKED, BUREAU),
            new Edge(ISSUED, EXPIRE, EXPIRED, PLATFORM),
            new Edge(ISSUED, REFUSE_ISSUE, REVOKED, PLATFORM),
            new Edge(ISSUED, REPLACE_KEY, ISSUED, BUREAU),
            new Edge(ISSUED, REFUSE_KEY, ISSUED, PLATFORM),
            new Edge(ACTIVE, REPLACE_KEY, ACTIVE, BUREAU),
            new Edge(ACTIVE, REFUSE_KEY, ACTIVE, PLATFORM),
            new Edge(SUSPENDED, REPLACE_KEY, SUSPENDED, BUREAU),
            new Edge(SUSPENDED, REFUSE_KEY, SUSPENDED, PLATFORM),
            new Edge(ACTIVE, SUSPEND, SUSPENDED, BUREAU),
            new Edge(ACTIVE, REVOKE, REVOKED, BUREAU),
            new Edge(ACTIVE, REPLACE, REPLACED, PLATFORM),
            new Edge(ACTIVE, EXPIRE, EXPIRED, PLATFORM),
            new Edge(ACTIVE, REFUSE_ACTIVATION, ISSUED, PLATFORM),
            new Edge(ACTIVE, REFUSE_RENEWAL, REVOKED, PLATFORM),
            new Edge(SUSPENDED, REFUSE_RENEWAL, REVOKED, PLATFORM),
            new Edge(REPLACED, REFUSE_RENEWAL, ACTIVE, PLATFORM),
            new Edge(ACTIVE, REFUSE_RESUMPTION, SUSPENDED, PLATFORM),
            new Edge(SUSPENDED, RESUME, ACTIVE, BUREAU),
            new Edge(SUSPENDED, REVOKE, REVOKED, BUREAU),
            new Edge(SUSPENDED, EXPIRE, EXPIRED, PLATFORM));

    private SealTransitions() {}

    public static Optional<Edge> edge(SealStatus from, SealStep event) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.event() == event)
                .findFirst();
    }

    public static boolean allows(SealStatus from, SealStep event) {
        return edge(from, event).isPresent();
    }
}
