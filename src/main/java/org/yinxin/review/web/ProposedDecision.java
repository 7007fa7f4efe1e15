package org.yinxin.review.web;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.Outcome;

/** A decision between the form and its confirmation, kept in the officer's session. */
record ProposedDecision(int round, Outcome outcome, Set<ApplicationPart> parts, String reason) implements Serializable {

    DecisionForm form() {
        return new DecisionForm(
                outcome.name(), partsInOrder().stream().map(Enum::name).toList(), reason, String.valueOf(round));
    }

    public List<ApplicationPart> partsInOrder() {
        return parts.stream().sorted().toList();
    }
}
