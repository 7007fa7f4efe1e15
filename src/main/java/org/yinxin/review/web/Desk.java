package org.yinxin.review.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.People;
import org.yinxin.account.PersonView;
import org.yinxin.account.Role;
import org.yinxin.review.Officer;
import org.yinxin.shared.Reference;
import org.yinxin.site.NotFoundException;

/** Knows who sits at the desk, and who beside them. */
@Component
class Desk {

    private final People people;

    Desk(People people) {
        this.people = people;
    }

    Officer officer(AccountPrincipal me) {
        return new Officer(
                me.personId(),
                me.displayName(),
                Objects.requireNonNull(me.bureau(), "officers belong to a bureau"),
                me.role() == Role.ADMINISTRATOR,
                null);
    }

    List<PersonView> colleagues(Officer officer) {
        return people.ofBureau(officer.bureau());
    }

    /** Somebody of the same bureau; anybody else is not found. */
    Officer colleague(Officer officer, String id) {
        return colleagues(officer).stream()
                .filter(person -> person.id().toString().equals(id))
                .findFirst()
                .map(person -> new Officer(
                        person.id(),
                        person.displayName(),
                        officer.bureau(),
                        person.role() == Role.ADMINISTRATOR,
                        person.nationalIdDigest()))
                .orElseThrow(() -> new NotFoundException("colleague " + id));
    }

    static Reference reference(String typed) {
        try {
            return new Reference(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("case " + typed);
        }
    }

    static String path(Reference reference) {
        return "/office/reviews/" + reference;
    }
}
