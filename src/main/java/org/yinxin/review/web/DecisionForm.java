package org.yinxin.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.Outcome;
import org.yinxin.application.Purpose;

/**
 * What an officer ticked and typed, as the browser sent it.
 *
 * @param round the submission that the officer looked at
 */
record DecisionForm(
        @Nullable String outcome,
        @Nullable List<String> parts,
        @Nullable String reason,
        @Nullable String round) {

    private static final int LONGEST_REASON = 2000;

    static DecisionForm empty(int round) {
        return new DecisionForm("", List.of(), "", String.valueOf(round));
    }

    /** The decision that this asks for; without one, the errors say what is missing. */
    Optional<ProposedDecision> check(Purpose purpose, boolean checksPassed, Errors errors) {
        String words = reason == null ? "" : reason.strip();
        Optional<Outcome> chosen = Arrays.stream(Outcome.values())
                .filter(value -> value.name().equals(outcome))
                .findFirst();
        Set<ApplicationPart> asked = chosen.filter(value -> value == Outcome.RETURNED)
                .map(value -> asked(purpose))
                .orElse(Set.of());
        if (chosen.isEmpty()) {
            errors.rejectValue("outcome", "review.decision.outcome.missing");
        } else {
            check(chosen.get(), asked, words, checksPassed, errors);
        }
        return errors.hasErrors()
                ? Optional.empty()
                : chosen.map(value -> new ProposedDecision(number(), value, asked, words));
    }

    private static void check(
            Outcome outcome, Set<ApplicationPart> asked, String words, boolean checksPassed, Errors errors) {
        if (outcome == Outcome.RETURNED && asked.isEmpty()) {
            errors.rejectValue("parts", "review.decision.parts.missing");
        }
        if (words.isEmpty() && outcome != Outcome.APPROVED) {
            errors.rejectValue("reason", "review.decision.reason.missing");
        } else if (words.isEmpty() && !checksPassed) {
            errors.rejectValue("reason", "review.decision.reason.missing-check");
        } else if (words.length() > LONGEST_REASON) {
            errors.rejectValue("reason", "review.decision.reason.long");
        }
    }

    /** A round that is no number is none that anybody looked at. */
    private int number() {
        return round != null && round.matches("\\d{1,6}") ? Integer.parseInt(round) : 0;
    }

    private Set<ApplicationPart> asked(Purpose purpose) {
        List<String> ticked = parts == null ? List.of() : parts;
        return purpose.parts().stream()
                .filter(part -> ticked.contains(part.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
