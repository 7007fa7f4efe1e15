package org.yinxin.mandate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.account.People;
import org.yinxin.account.PersonView;
import org.yinxin.account.PhoneNumber;
import org.yinxin.notice.News;
import org.yinxin.notice.Notices;

/** Tells those whom it concerns what somebody else did with a mandate, or what the chain or time did. */
@Component
class MandateNews {

    /** As whom somebody is told. */
    enum Reader {
        GIVER,
        /** Who holds it; before anybody does, the account that it is offered to. */
        HOLDER
    }

    /** Who is told of what; nobody is told what they did themselves, and of a root the pages of its seal tell. */
    static final Map<MandateStep, List<Reader>> READERS = Map.ofEntries(
            Map.entry(MandateStep.ROOT, List.of()),
            Map.entry(MandateStep.OFFER, List.of(Reader.HOLDER)),
            Map.entry(MandateStep.ACCEPT, List.of(Reader.GIVER)),
            Map.entry(MandateStep.DECLINE, List.of(Reader.GIVER)),
            Map.entry(MandateStep.CANCEL, List.of(Reader.HOLDER)),
            Map.entry(MandateStep.LAPSE, List.of(Reader.GIVER, Reader.HOLDER)),
            Map.entry(MandateStep.SIGN, List.of()),
            Map.entry(MandateStep.RECORD, List.of(Reader.GIVER, Reader.HOLDER)),
            Map.entry(MandateStep.REFUSE, List.of(Reader.GIVER, Reader.HOLDER)),
            Map.entry(MandateStep.WITHDRAW, List.of(Reader.GIVER, Reader.HOLDER)),
            Map.entry(MandateStep.GIVE_UP, List.of(Reader.GIVER)),
            Map.entry(MandateStep.RECORD_WITHDRAWAL, List.of()),
            Map.entry(MandateStep.REFUSE_WITHDRAWAL, List.of(Reader.GIVER, Reader.HOLDER)),
            Map.entry(MandateStep.FALL, List.of(Reader.GIVER, Reader.HOLDER)),
            Map.entry(MandateStep.END, List.of(Reader.GIVER, Reader.HOLDER)));

    private final Notices notices;
    private final People people;
    private final MandateAccess access;

    MandateNews(Notices notices, People people, MandateAccess access) {
        this.notices = notices;
        this.people = people;
        this.access = access;
    }

    /** The chain or time did it. */
    void tell(Mandate mandate, MandateStep step) {
        tell(mandate, step, null);
    }

    /** @param doer who did it and need not be told */
    void tell(Mandate mandate, MandateStep step, @Nullable UUID doer) {
        if (mandate.isRoot()) {
            return;
        }
        Map<UUID, Reader> readers = new LinkedHashMap<>();
        READERS.getOrDefault(step, List.of())
                .forEach(reader -> person(mandate, reader).ifPresent(person -> readers.putIfAbsent(person, reader)));
        readers.forEach((person, reader) -> {
            if (!person.equals(doer)) {
                notices.tell(person, news(mandate, step, reader, doer));
            }
        });
    }

    private Optional<UUID> person(Mandate mandate, Reader reader) {
        return switch (reader) {
            case GIVER -> Optional.of(mandate.granted().givenBy());
            case HOLDER -> mandate.holder().map(HolderKey::personId).or(() -> invited(mandate));
        };
    }

    private Optional<UUID> invited(Mandate mandate) {
        return Optional.ofNullable(mandate.state().invitation().phone())
                .map(PhoneNumber::new)
                .flatMap(people::withPhone);
    }

    private News news(Mandate mandate, MandateStep step, Reader reader, @Nullable UUID doer) {
        String who = Optional.ofNullable(doer)
                .flatMap(people::find)
                .map(PersonView::displayName)
                .orElse("");
        String enterprise = access.seal(mandate.seal()).enterpriseName();
        boolean offer = reader == Reader.HOLDER && mandate.holder().isEmpty();
        return new News(
                key(reader, step),
                List.of(enterprise, mandate.granted().name(), who),
                (offer ? "/mandates/offers/" : "/mandates/") + mandate.id());
    }

    static String key(Reader reader, MandateStep step) {
        return "mandate.news." + word(reader) + "." + word(step);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
