package org.yinxin.mandate;

import static org.yinxin.mandate.MandateActor.GIVER;
import static org.yinxin.mandate.MandateActor.HOLDER;
import static org.yinxin.mandate.MandateActor.LEDGER;
import static org.yinxin.mandate.MandateActor.PLATFORM;
import static org.yinxin.mandate.MandateStatus.ACCEPTED;
import static org.yinxin.mandate.MandateStatus.CANCELLED;
import static org.yinxin.mandate.MandateStatus.DECLINED;
import static org.yinxin.mandate.MandateStatus.ENDED;
import static org.yinxin.mandate.MandateStatus.FALLEN;
import static org.yinxin.mandate.MandateStatus.GIVEN;
import static org.yinxin.mandate.MandateStatus.IN_FORCE;
import static org.yinxin.mandate.MandateStatus.LAPSED;
import static org.yinxin.mandate.MandateStatus.OFFERED;
import static org.yinxin.mandate.MandateStatus.REFUSED;
import static org.yinxin.mandate.MandateStatus.STOPPED;
import static org.yinxin.mandate.MandateStatus.WITHDRAWING;
import static org.yinxin.mandate.MandateStatus.WITHDRAWN;
import static org.yinxin.mandate.MandateStep.ACCEPT;
import static org.yinxin.mandate.MandateStep.CANCEL;
import static org.yinxin.mandate.MandateStep.DECLINE;
import static org.yinxin.mandate.MandateStep.END;
import static org.yinxin.mandate.MandateStep.FALL;
import static org.yinxin.mandate.MandateStep.GIVE_UP;
import static org.yinxin.mandate.MandateStep.LAPSE;
import static org.yinxin.mandate.MandateStep.RECORD;
import static org.yinxin.mandate.MandateStep.RECORD_WITHDRAWAL;
import static org.yinxin.mandate.MandateStep.REFUSE;
import static org.yinxin.mandate.MandateStep.REFUSE_WITHDRAWAL;
import static org.yinxin.mandate.MandateStep.SIGN;
import static org.yinxin.mandate.MandateStep.WITHDRAW;

import java.util.List;
import java.util.Optional;

/** The one table of what may happen to a mandate, in which state, and who may make it happen. */
public final class MandateTransitions {

    /** One row of the table. */
    public record Edge(MandateStatus from, MandateStep event, MandateStatus to, MandateActor actor) {}

    public static final List<Edge> TABLE = List.of(
            new Edge(OFFERED, ACCEPT, ACCEPTED, HOLDER),
            new Edge(OFFERED, DECLINE, DECLINED, HOLDER),
            new Edge(OFFERED, CANCEL, CANCELLED, GIVER),
            new Edge(OFFERED, LAPSE, LAPSED, PLATFORM),
            new Edge(OFFERED, FALL, FALLEN, PLATFORM),
            new Edge(ACCEPTED, SIGN, GIVEN, GIVER),
            new Edge(ACCEPTED, DECLINE, DECLINED, HOLDER),
            new Edge(ACCEPTED, CANCEL, CANCELLED, GIVER),
            new Edge(ACCEPTED, LAPSE, LAPSED, PLATFORM),
            new Edge(ACCEPTED, FALL, FALLEN, PLATFORM),
            new Edge(GIVEN, RECORD, IN_FORCE, LEDGER),
            new Edge(GIVEN, REFUSE, REFUSED, LEDGER),
            new Edge(GIVEN, FALL, FALLEN, PLATFORM),
            new Edge(IN_FORCE, WITHDRAW, WITHDRAWING, GIVER),
            new Edge(IN_FORCE, GIVE_UP, WITHDRAWING, HOLDER),
            new Edge(IN_FORCE, END, ENDED, PLATFORM),
            new Edge(IN_FORCE, FALL, FALLEN, PLATFORM),
            new Edge(WITHDRAWING, RECORD_WITHDRAWAL, WITHDRAWN, LEDGER),
            new Edge(WITHDRAWING, REFUSE_WITHDRAWAL, STOPPED, LEDGER),
            new Edge(WITHDRAWING, FALL, FALLEN, PLATFORM),
            new Edge(STOPPED, WITHDRAW, WITHDRAWING, GIVER),
            new Edge(STOPPED, GIVE_UP, WITHDRAWING, HOLDER),
            new Edge(STOPPED, END, ENDED, PLATFORM),
            new Edge(STOPPED, FALL, FALLEN, PLATFORM));

    private MandateTransitions() {}

    public static Optional<Edge> edge(MandateStatus from, MandateStep event) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.event() == event)
                .findFirst();
    }

    /** Whether this may happen to a mandate that stands there. */
    public static boolean allows(MandateStatus from, MandateStep event) {
        return edge(from, event).isPresent();
    }

    static Edge follow(MandateStatus from, MandateStep event) {
        return edge(from, event).orElseThrow(() -> new IllegalMandateStepException(from, event));
    }
}
