package org.yinxin.review;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.account.PersonView;
import org.yinxin.application.DecisionView;
import org.yinxin.shared.Digest;

/** Who may do what with a case, and why not: separation of duties as pure functions. */
final class ReviewPolicy {

    private ReviewPolicy() {}

    /**
     * Whether the officer may decide now.
     *
     * @param content the content now submitted
     * @param decisions all decisions on the application so far
     */
    static Optional<Objection> decide(
            Officer officer,
            GateCase gate,
            @Nullable PersonView applicant,
            Digest content,
            Collection<DecisionView> decisions) {
        if (gate.bureau() != officer.bureau()) {
            return Optional.of(Objection.OTHER_BUREAU);
        }
        if (!gate.open()) {
            return Optional.of(Objection.NOT_OPEN);
        }
        if (concernsOneself(officer, gate, applicant)) {
            return Optional.of(Objection.OWN_APPLICATION);
        }
        for (DecisionView decision : decisions) {
            if (!decision.officerId().equals(officer.id())) {
                continue;
            }
            if (decision.bureau() != gate.bureau()) {
                return Optional.of(Objection.DECIDED_ELSEWHERE);
            }
            if (decision.contentDigest().equals(content)) {
                return Optional.of(Objection.DECIDED_ALREADY);
            }
        }
        boolean takenByAnother = gate.assignee() != null && !gate.assignee().equals(officer.id());
        return takenByAnother ? Optional.of(Objection.TAKEN_BY_COLLEAGUE) : Optional.empty();
    }

    static Optional<Objection> take(Officer officer, GateCase gate, @Nullable PersonView applicant) {
        if (gate.bureau() != officer.bureau()) {
            return Optional.of(Objection.OTHER_BUREAU);
        }
        if (!gate.open()) {
            return Optional.of(Objection.NOT_OPEN);
        }
        if (gate.assignee() != null) {
            return Optional.of(Objection.TAKEN_BY_COLLEAGUE);
        }
        return concernsOneself(officer, gate, applicant) ? Optional.of(Objection.OWN_APPLICATION) : Optional.empty();
    }

    /** Whoever has taken a case may put it back; an administrator of the bureau may do it for them. */
    static Optional<Objection> release(Officer officer, GateCase gate) {
        if (gate.bureau() != officer.bureau()) {
            return Optional.of(Objection.OTHER_BUREAU);
        }
        if (!gate.open()) {
            return Optional.of(Objection.NOT_OPEN);
        }
        boolean own = officer.id().equals(gate.assignee());
        boolean administered = officer.administrator() && gate.assignee() != null;
        return own || administered ? Optional.empty() : Optional.of(Objection.NOT_TAKEN_BY_YOU);
    }

    /** The same people may hand it to a colleague; an administrator also hands out what nobody has taken. */
    static Optional<Objection> handOver(
            Officer officer, GateCase gate, Officer colleague, @Nullable PersonView applicant) {
        if (gate.bureau() != officer.bureau()) {
            return Optional.of(Objection.OTHER_BUREAU);
        }
        if (!gate.open()) {
            return Optional.of(Objection.NOT_OPEN);
        }
        if (!officer.administrator() && !officer.id().equals(gate.assignee())) {
            return Optional.of(Objection.NOT_TAKEN_BY_YOU);
        }
        if (colleague.bureau() != gate.bureau() || colleague.id().equals(gate.assignee())) {
            return Optional.of(Objection.NOT_A_COLLEAGUE);
        }
        return concernsOneself(colleague, gate, applicant) ? Optional.of(Objection.OWN_APPLICATION) : Optional.empty();
    }

    private static boolean concernsOneself(Officer officer, GateCase gate, @Nullable PersonView applicant) {
        if (officer.id().equals(gate.applicantId())) {
            return true;
        }
        Digest own = officer.nationalId();
        Digest theirs = applicant == null ? null : applicant.nationalIdDigest();
        return own != null && theirs != null && own.equals(theirs);
    }
}
