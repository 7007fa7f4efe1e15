package org.yinxin.enterprise;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.yinxin.account.PersonView;
import org.yinxin.enterprise.BindingOutcome.Reason;
import org.yinxin.register.EnterpriseEntry;

/** Who may come to act for an enterprise, as pure functions. */
final class BindingRules {

    private BindingRules() {}

    /** Why the person may not be bound; empty when they may. Who is not the legal representative learns no more. */
    static Optional<Reason> refusal(PersonView person, EnterpriseEntry enterprise, LocalDate today) {
        if (!isLegalRepresentative(person, enterprise)) {
            return Optional.of(Reason.NOT_LEGAL_REPRESENTATIVE);
        }
        return enterprise.isActiveOn(today) ? Optional.empty() : Optional.of(Reason.NOT_ACTIVE);
    }

    /** Number and name must both be those of the register. */
    static boolean isLegalRepresentative(PersonView person, EnterpriseEntry enterprise) {
        return Objects.equals(person.nationalIdDigest(), enterprise.legalRepresentativeIdDigest())
                && withoutBlanks(person.displayName()).equals(withoutBlanks(enterprise.legalRepresentative()));
    }

    private static String withoutBlanks(String name) {
        return name.replaceAll("[\\s·•]", "");
    }
}
