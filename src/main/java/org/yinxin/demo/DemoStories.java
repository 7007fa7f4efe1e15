package org.yinxin.demo;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.yinxin.account.DemoCitizens;
import org.yinxin.account.DemoPeople.DemoSignIn;
import org.yinxin.account.Role;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.Outcome;
import org.yinxin.authority.DemoKeys;
import org.yinxin.authority.KeyView;
import org.yinxin.enterprise.Bindings;
import org.yinxin.review.Officer;
import org.yinxin.review.Reviews;
import org.yinxin.seal.ActivationAct;
import org.yinxin.seal.Activations;
import org.yinxin.seal.SealLife;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/**
 * A few enterprises on their way, through the same doors as everybody else, so that a first visitor finds seals in
 * force, cases to decide and one of everything. The first legal representative is bound and left to the visitor.
 */
@Component
@Profile("embedded")
class DemoStories {

    /** Of the demonstration's register, in the order of {@link DemoCitizens#LEGAL_REPRESENTATIVES}. */
    private static final List<Uscc> ENTERPRISES = List.of(
            new Uscc("91330106MA2JAURKXR"),
            new Uscc("91330109783650260M"),
            new Uscc("91330105MA2824LE8T"),
            new Uscc("91330106MA27L4QH7Q"),
            new Uscc("91330108MA2CDY0726"),
            new Uscc("913301027119737739"),
            new Uscc("91330110MA2CX7LW6B"),
            new Uscc("91330108MA2EMFBJXA"));

    private final Bindings bindings;
    private final ApplicantDesk desk;
    private final Reviews reviews;
    private final Seals seals;
    private final SealLife life;
    private final Activations activations;
    private final DemoKeys keys;
    private final DemoMandates mandates;
    private final Clock clock;

    DemoStories(
            Bindings bindings,
            ApplicantDesk desk,
            Reviews reviews,
            Seals seals,
            SealLife life,
            Activations activations,
            DemoKeys keys,
            DemoMandates mandates,
            Clock clock) {
        this.bindings = bindings;
        this.desk = desk;
        this.reviews = reviews;
        this.seals = seals;
        this.life = life;
        this.activations = activations;
        this.keys = keys;
        this.mandates = mandates;
        this.clock = clock;
    }

    void tell(List<DemoSignIn> people) {
        Map<String, UUID> ids = people.stream().collect(Collectors.toMap(DemoSignIn::signInName, DemoSignIn::personId));
        Map<Bureau, Officer> officers = officers(people);
        tell(ids, 0, teller -> {});
        tell(ids, 1, teller -> active(teller, officers));
        tell(ids, 2, teller -> approved(teller, officers));
        tell(ids, 3, teller -> decide(officers, Bureau.MARKET_SUPERVISION, teller.submitted(), Outcome.APPROVED, ""));
        tell(
                ids,
                4,
                teller -> reviews.decide(
                        Objects.requireNonNull(officers.get(Bureau.PUBLIC_SECURITY)),
                        teller.submitted(),
                        1,
                        Outcome.RETURNED,
                        Set.of(ApplicationPart.SUPPORTING_FILE),
                        "授权书扫描件不清晰，请重新上传。The scan of the authorisation is not legible; please upload it again."));
        tell(
                ids,
                5,
                teller -> decide(
                        officers,
                        Bureau.MARKET_SUPERVISION,
                        teller.submitted(),
                        Outcome.REFUSED,
                        "所附材料与登记信息不符。The papers do not match the register."));
        tell(ids, 6, Teller::submitted);
        tell(ids, 7, teller -> suspended(teller, officers));
        handOut(ids);
    }

    /** The mandates of the seal that is in force. */
    private void handOut(Map<String, UUID> ids) {
        UUID owner = ids.get(DemoCitizens.LEGAL_REPRESENTATIVES.get(1).phone());
        UUID handler = ids.get(DemoCitizens.HANDLER.phone());
        if (owner != null && handler != null) {
            seals.ofEnterprise(ENTERPRISES.get(1)).stream()
                    .findFirst()
                    .ifPresent(seal -> mandates.tell(owner, seal, handler));
        }
    }

    private void tell(Map<String, UUID> ids, int index, Consumer<Teller> story) {
        UUID person = ids.get(DemoCitizens.LEGAL_REPRESENTATIVES.get(index).phone());
        Uscc uscc = ENTERPRISES.get(index);
        if (person != null && bindings.since(person, uscc).isEmpty()) {
            bindings.bind(person, uscc);
            story.accept(new Teller(person, uscc));
        }
    }

    private SealNumber active(Teller teller, Map<Bureau, Officer> officers) {
        SealNumber number = approved(teller, officers);
        ActivationAct act = ActivationAct.propose(clock.instant());
        Digest asked = activations.prompt(teller.person, number, act, "").act();
        activations.activate(teller.person, number, act, keys.sign(teller.key(), asked));
        settled(teller.uscc);
        return number;
    }

    private SealNumber approved(Teller teller, Map<Bureau, Officer> officers) {
        Reference reference = teller.submitted();
        for (Bureau bureau : Bureau.values()) {
            decide(officers, bureau, reference, Outcome.APPROVED, "");
        }
        return settled(teller.uscc).number();
    }

    private void suspended(Teller teller, Map<Bureau, Officer> officers) {
        SealNumber number = active(teller, officers);
        UUID officer =
                Objects.requireNonNull(officers.get(Bureau.PUBLIC_SECURITY)).id();
        life.suspend(Bureau.PUBLIC_SECURITY, officer, number, "实物印章遗失。The physical seal was reported lost.");
    }

    private void decide(
            Map<Bureau, Officer> officers, Bureau bureau, Reference reference, Outcome outcome, String reason) {
        reviews.decide(Objects.requireNonNull(officers.get(bureau)), reference, 1, outcome, Set.of(), reason);
    }

    /** Waits until the chain has confirmed what happened last to the enterprise's seal. */
    private SealView settled(Uscc uscc) {
        return Patience.await(
                clock, "the seal of " + uscc, () -> seals.ofEnterprise(uscc).getFirst(), seal -> !seal.beingRecorded());
    }

    private static Map<Bureau, Officer> officers(List<DemoSignIn> people) {
        return people.stream()
                .filter(DemoStories::isOfficer)
                .map(officer -> new Officer(officer.personId(), officer.name(), bureau(officer), false, null))
                .collect(Collectors.toMap(Officer::bureau, Function.identity(), (first, second) -> first));
    }

    private static boolean isOfficer(DemoSignIn person) {
        return person.role() == Role.OFFICER;
    }

    private static Bureau bureau(DemoSignIn officer) {
        return Objects.requireNonNull(officer.bureau());
    }

    /** One legal representative and the enterprise. */
    private final class Teller {

        private final UUID person;
        private final Uscc uscc;

        private Teller(UUID person, Uscc uscc) {
            this.person = person;
            this.uscc = uscc;
        }

        private KeyView key() {
            return keys.seed(person, DemoKeys.LABEL);
        }

        private Reference submitted() {
            Reference reference = desk.start(person);
            desk.chooseEnterprise(person, reference, uscc);
            ApplicationView draft = desk.find(person, reference);
            desk.choosePhysicalSeal(
                    person, reference, desk.physicalSeals(draft).getFirst().code());
            desk.attach(person, reference, "授权书.pdf", DemoPaper.authorisation());
            desk.chooseKey(person, reference, key().id());
            desk.declare(person, reference);
            desk.submit(person, reference);
            return reference;
        }
    }
}
