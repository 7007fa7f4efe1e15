package org.yinxin.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.Bureau;

/** Looks people up for the other modules. */
@Service
@Transactional(readOnly = true)
public class People {

    private final Persons persons;

    People(Persons persons) {
        this.persons = persons;
    }

    public Optional<PersonView> find(UUID id) {
        return persons.findById(id).map(Person::view);
    }

    /** The telephone number that a citizen signs in with; empty for everybody else. */
    public Optional<PhoneNumber> phone(UUID id) {
        return persons.findById(id)
                .filter(person -> person.view().role() == Role.CITIZEN)
                .map(person -> new PhoneNumber(person.signInName()));
    }

    /** The citizen who signs in with this telephone number. */
    public Optional<UUID> withPhone(PhoneNumber phone) {
        return persons.findBySignInName(phone.value())
                .filter(person -> person.role() == Role.CITIZEN)
                .map(Person::id);
    }

    /** The names of those who exist, by id. */
    public Map<UUID, String> named(Collection<UUID> ids) {
        return persons.findAllById(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    /** The officers and administrators of a bureau who may sign in, by name. */
    public List<PersonView> ofBureau(Bureau bureau) {
        return persons.findByBureauAndStatusOrderByName(bureau, PersonStatus.ACTIVE).stream()
                .map(Person::view)
                .toList();
    }
}
