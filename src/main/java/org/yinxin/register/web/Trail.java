package org.yinxin.register.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yinxin.account.People;
import org.yinxin.register.Author;
import org.yinxin.register.ChangeRecord;

/** The change record with people's names. */
@Component
class Trail {

    /**
     * One change as the page shows it.
     *
     * @param who the officer's name; empty when the platform itself made the change
     */
    record Entry(ChangeRecord change, String who) {}

    private final People people;

    Trail(People people) {
        this.people = people;
    }

    List<Entry> of(List<ChangeRecord> changes) {
        Map<UUID, String> names = people.named(changes.stream()
                .map(ChangeRecord::author)
                .map(Author::personId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return changes.stream()
                .map(change -> new Entry(change, name(change, names)))
                .toList();
    }

    private static String name(ChangeRecord change, Map<UUID, String> names) {
        UUID person = change.author().personId();
        return person == null ? "" : names.getOrDefault(person, "");
    }
}
