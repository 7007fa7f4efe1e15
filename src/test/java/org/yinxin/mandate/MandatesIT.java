package org.yinxin.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.account.AccountFixtures;
import org.yinxin.account.PhoneNumber;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.EnrolledKeys;
import org.yinxin.authority.KeyFixtures;
import org.yinxin.authority.KeyMethod;
import org.yinxin.authority.KeyView;
import org.yinxin.authority.SignatureRefusedException;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.EntryRecorded;
import org.yinxin.ledger.KeyReplacementCommitment;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.MandateOnChain;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.ledger.authority.SignedUse;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.notice.Notices;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.SealRooted;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.shared.Digest;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.TooManyRequestsException;

/** Mandates against the real contract: who may give what to whom, and what the chain says of it. */
class MandatesIT extends IntegrationTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Offers offers;

    @Autowired
    private Acceptances acceptances;

    @Autowired
    private Giving giving;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private Mandates mandates;

    @Autowired
    private MandateBook book;

    @Autowired
    private AuthorityKeys keys;

    @Autowired
    private KeysOfMandates ties;

    @Autowired
    private AccountFixtures accounts;

    @Autowired
    private Seals seals;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ChainReader chain;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private Owned seal;
    private UUID owner;

    /** Somebody with a key. */
    private record Holder(UUID personId, SoftKey key, KeyView enrolled) {}

    @BeforeEach
    void anActiveSeal() {
        seal = new SealFixtures(context).active();
        owner = seal.owner().personId();
    }

    @Test
    void theLegalRepresentativeHoldsTheRootFromTheIssueOn() {
        HeldMandate root = mandates.usable(owner, seal.number()).getFirst();
        assertThat(root.root()).isTrue();
        assertThat(root.key().id()).isEqualTo(seal.owner().enrolled().id());
        assertThat(mandates.authority(root, DocumentClass.OTHER)).contains(KindAuthority.EVERY_KIND);
        assertThat(mandates.sealsOf(owner)).containsExactly(seal.number());
        assertThat(ties.of(root.key().id()))
                .singleElement()
                .satisfies(tie -> assertThat(tie.name()).isEqualTo(seal.number().grouped()));
        assertThatThrownBy(() -> withdrawn(owner, seal.owner().key(), root.id(), root.id()))
                .as("nobody takes a root away")
                .isInstanceOf(PowerMissingException.class);
        jdbc.sql("update register.enterprise set legal_representative_id_digest = ? where uscc = ?")
                .params(Digest.random().bytes(), seal.owner().uscc().value())
                .update();
        assertThat(mandates.usable(owner, seal.number()))
                .as("the register names somebody else")
                .isEmpty();
    }

    @Test
    void givenHandedOnUsedAndCountedAndFallenWithTheOneAbove() {
        Holder keeper = holder(SoftKey.passkey("http://localhost:8080"));
        UUID keepers = given(keeper, root(), owner, seal.owner().key(), MandateRole.KEEPER, 0, true, contracts());
        HeldMandate kept = mandates.usable(keeper.personId(), seal.number()).getFirst();
        assertThat(kept.allows(DocumentClass.CONTRACT)).isTrue();
        assertThat(mandates.authority(kept, DocumentClass.INVOICE)).isEmpty();

        Holder handler = holder(SoftKey.es256());
        UUID handlers =
                given(handler, keepers, keeper.personId(), keeper.key(), MandateRole.HANDLER, 1, false, Set.of());
        HeldMandate held = mandates.usable(handler.personId(), seal.number()).getFirst();
        assertThat(held.kinds()).as("as the keeper's").isEqualTo(contracts());
        assertThat(held.key().key()).isEqualTo(handler.key().key());
        assertThat(onChain(held.onChain()).above()).isEqualTo(kept.onChain());

        assertThat(used(held, handler.key()).status()).isEqualTo(Recording.Status.RECORDED);
        assertThat(mandates.usable(handler.personId(), seal.number()))
                .as("the one use that it allows is made")
                .isEmpty();
        assertThat(book.file(owner, handlers).mandate().used()).isEqualTo(1);
        assertThat(onChain(held.onChain()).used()).isEqualTo(1);

        withdrawn(owner, seal.owner().key(), keepers, root());
        assertThat(mandates.usable(keeper.personId(), seal.number()))
                .as("before the chain answers")
                .isEmpty();
        assertThat(status(handlers)).isEqualTo(MandateStatus.FALLEN);
        awaitStatus(keepers, MandateStatus.WITHDRAWN);
        assertThat(told(owner)).containsExactly("giver.record", "giver.accept");
        assertThat(told(keeper.personId()))
                .containsExactlyInAnyOrder(
                        "holder.record", "giver.accept", "giver.record", "holder.withdraw", "giver.fall");
        assertThat(told(handler.personId())).containsExactly("holder.fall", "holder.record");
        assertThat(onChain(kept.onChain()).withdrawn()).isTrue();
        assertThat(used(held, handler.key()).refusal()).isNotBlank();
        assertThatThrownBy(() -> withdrawn(owner, seal.owner().key(), keepers, root()))
                .as("withdrawn twice")
                .isInstanceOf(IllegalMandateStepException.class);
        assertThat(offers.toPerson(offer(keepers, keeper.personId(), MandateRole.HANDLER, 0, false, Set.of())))
                .as("given by a withdrawn mandate")
                .isInstanceOfSatisfying(
                        OfferResult.Refused.class,
                        refused -> assertThat(refused.problems()).contains(OfferProblem.MAY_NOT_GIVE));
        assertThat(book.file(owner, keepers).history())
                .extracting(MandateEvent::step)
                .containsExactly(
                        MandateStep.OFFER,
                        MandateStep.ACCEPT,
                        MandateStep.SIGN,
                        MandateStep.RECORD,
                        MandateStep.WITHDRAW,
                        MandateStep.RECORD_WITHDRAWAL);
    }

    @Test
    void nobodySignsWithAnotherKeyThanTheirOwnAndNothingChangesWhenTheyTry() {
        Holder handler = holder(SoftKey.es256());
        UUID mandate = accepted(handler, root(), owner, MandateRole.HANDLER, 0, false, Set.of());
        ToSign asked = giving.toSign(owner, mandate);
        String foreign = KeyFixtures.field(handler.key(), asked.digest());
        assertThatThrownBy(() -> giving.sign(owner, mandate, asked.expiry(), foreign))
                .isInstanceOf(SignatureRefusedException.class);
        String good = KeyFixtures.field(seal.owner().key(), asked.digest());
        assertThatThrownBy(() -> giving.sign(owner, mandate, asked.expiry().plusSeconds(1), good))
                .as("another expiry than was signed")
                .isInstanceOfAny(SignatureRefusedException.class, SignatureExpiredException.class);
        assertThatThrownBy(() -> giving.sign(owner, mandate, clock.instant().minusSeconds(1), good))
                .isInstanceOf(SignatureExpiredException.class);
        assertThatThrownBy(() -> giving.sign(handler.personId(), mandate, asked.expiry(), good))
                .as("the holder is not the giver")
                .isInstanceOf(NotFoundException.class);
        assertThat(status(mandate)).isEqualTo(MandateStatus.ACCEPTED);
        assertThatThrownBy(() -> withdrawn(owner, seal.owner().key(), mandate, root()))
                .as("not in force")
                .isInstanceOf(IllegalMandateStepException.class);

        giving.sign(owner, mandate, asked.expiry(), good);
        awaitStatus(mandate, MandateStatus.IN_FORCE);
        withdrawn(handler.personId(), handler.key(), mandate, mandate);
        awaitStatus(mandate, MandateStatus.WITHDRAWN);
        assertThat(book.file(owner, mandate).history())
                .extracting(MandateEvent::step)
                .contains(MandateStep.GIVE_UP);
    }

    @Test
    void anInvitationOpensForOnePersonOnceAndNotForEver() throws Exception {
        OfferResult.Offered offered = offered(root(), owner, MandateRole.HANDLER, null);
        InvitationCode code = offered.code();
        List<Holder> two = List.of(holder(SoftKey.es256()), holder(SoftKey.es256()));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<AcceptanceResult>> both = two.stream()
                    .map(holder -> (Callable<AcceptanceResult>) () -> acceptances.accept(
                            holder.personId(),
                            offered.mandate(),
                            code,
                            holder.enrolled().id()))
                    .toList();
            List<Class<?>> outcomes = new java.util.ArrayList<>();
            for (Future<AcceptanceResult> outcome : threads.invokeAll(both)) {
                outcomes.add(outcome.get().getClass());
            }
            assertThat(outcomes)
                    .containsExactlyInAnyOrder(AcceptanceResult.Accepted.class, AcceptanceResult.Gone.class);
        }

        OfferResult.Offered late = offered(root(), owner, MandateRole.HANDLER, null);
        jdbc.sql("update mandate.mandate set waits_until = ? where id = ?")
                .params(java.sql.Timestamp.from(clock.instant().minusSeconds(1)), late.mandate())
                .update();
        Holder holder = two.getFirst();
        assertThat(acceptances.accept(
                        holder.personId(),
                        late.mandate(),
                        late.code(),
                        holder.enrolled().id()))
                .isEqualTo(new AcceptanceResult.Gone(MandateStatus.LAPSED));
        context.getBean(Ageing.class).age();
        assertThat(book.file(owner, late.mandate()).history().getLast().step()).isEqualTo(MandateStep.LAPSE);
        assertThat(told(owner)).containsExactly("giver.lapse", "giver.accept");

        OfferResult.Offered again = offered(root(), owner, MandateRole.HANDLER, null);
        InvitationCode second = offers.newCode(owner, again.mandate());
        assertThat(acceptances.opened(holder.personId(), again.code())).isEmpty();
        assertThat(acceptances.opened(holder.personId(), second)).isPresent();
        Holder other = holder(SoftKey.es256());
        assertThat(acceptances.accept(
                        holder.personId(),
                        again.mandate(),
                        second,
                        other.enrolled().id()))
                .as("somebody else's key")
                .isEqualTo(new AcceptanceResult.KeyNotAccepted());
        offers.cancel(owner, again.mandate());
        assertThat(status(again.mandate())).isEqualTo(MandateStatus.CANCELLED);
    }

    @Test
    void codesAreNotGuessedAndAnotherPhonesOfferIsNotFoundEvenWithItsCode() {
        Holder guesser = holder(SoftKey.es256());
        for (int i = 0; i < Acceptances.CODES_AN_HOUR; i++) {
            assertThat(acceptances.opened(guesser.personId(), InvitationCode.random()))
                    .isEmpty();
        }
        assertThatThrownBy(() -> acceptances.opened(guesser.personId(), InvitationCode.random()))
                .isInstanceOf(TooManyRequestsException.class);

        AccountFixtures.Somebody invited = accounts.citizen();
        PhoneNumber phone = new PhoneNumber(invited.signInName());
        OfferResult.Offered offered = offered(root(), owner, MandateRole.HANDLER, phone);
        UUID person = invited.principal().personId();
        assertThat(acceptances.offeredTo(person)).extracting(MandateView::id).containsExactly(offered.mandate());
        assertThat(acceptances.offer(person, offered.mandate(), null).status()).isEqualTo(MandateStatus.OFFERED);
        assertThat(told(person)).containsExactly("holder.offer");
        assertThat(told(owner)).as("who did it knows").isEmpty();
        Holder thief = holder(SoftKey.es256());
        assertThat(acceptances.opened(thief.personId(), offered.code())).isEmpty();
        assertThatThrownBy(() -> acceptances.accept(
                        thief.personId(),
                        offered.mandate(),
                        offered.code(),
                        thief.enrolled().id()))
                .isInstanceOf(NotFoundException.class);
        acceptances.decline(person, offered.mandate(), null);
        assertThat(status(offered.mandate())).isEqualTo(MandateStatus.DECLINED);
        assertThat(told(owner)).containsExactly("giver.decline");
        offers.cancel(owner, offered(root(), owner, MandateRole.HANDLER, phone).mandate());
        assertThat(told(person)).containsExactly("holder.cancel", "holder.offer", "holder.offer");
        assertThat(told(thief.personId())).isEmpty();
    }

    @Test
    void strangersFindNothingAndTheBooksCannotBeRewritten() {
        UUID stranger = UUID.randomUUID();
        UUID root = root();
        assertThatThrownBy(() -> book.file(stranger, root)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> book.ofSeal(stranger, seal.number(), "", true)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> offers.toPerson(offer(root, stranger, MandateRole.HANDLER, 0, false, Set.of())))
                .isInstanceOf(NotFoundException.class);
        assertThat(book.ofPerson(stranger)).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("update mandate.mandate set delegable = false where id = ?")
                        .param(root)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from mandate.mandate where id = ?")
                        .param(root)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aMachineHasTheKeyThatItsOwnerEnrolledAndIsNoPersonsToUse() {
        SoftKey key = SoftKey.es256();
        KeyView machine = new EnrolledKeys(jdbc).enrol(owner, key, KeyMethod.MACHINE);
        Offer offer = offer(root(), owner, MandateRole.MACHINE, 500, false, Set.of(DocumentClass.INVOICE));
        assertThat(offers.toMachine(offer, seal.owner().enrolled().id()))
                .as("a browser's key")
                .isInstanceOf(OfferResult.Refused.class);
        UUID mandate = ((OfferResult.Offered) offers.toMachine(offer, machine.id())).mandate();
        sign(owner, seal.owner().key(), mandate);
        awaitStatus(mandate, MandateStatus.IN_FORCE);
        assertThat(mandates.usable(owner, seal.number()))
                .extracting(HeldMandate::root)
                .containsExactly(true);
        MandateSheet sheet = context.getBean(MandateSheets.class).of(owner, mandate);
        assertThat(sheet.leaves()).singleElement().satisfies(leaf -> {
            assertThat(leaf.documentClass()).isEqualTo("INVOICE");
            assertThat(KindTree.of(List.of(Digest.fromHex(leaf.leaf()))).root()).hasToString(sheet.kinds());
        });
        assertThat(sheet.domain()).isEqualTo(ledger.domain().orElseThrow());
    }

    @Test
    void aReplacedKeyFellsTheOldRootAndAllThatGrewFromIt() {
        Holder handler = holder(SoftKey.es256());
        UUID old = root();
        UUID mandate = given(handler, old, owner, seal.owner().key(), MandateRole.HANDLER, 0, false, Set.of());
        Holder next = new Holder(owner, SoftKey.es256(), new EnrolledKeys(jdbc).enrol(owner, SoftKey.es256()));
        Digest nextRoot = Digest.random();
        SealView view = seals.find(seal.number()).orElseThrow();
        transaction.executeWithoutResult(status -> context.publishEvent(new SealRooted(
                view.id(),
                view.number(),
                view.onChainId(),
                nextRoot,
                next.enrolled().key(),
                next.enrolled().id(),
                owner)));
        assertThat(mandates.usable(handler.personId(), seal.number()))
                .as("until the chain has taken the new key")
                .hasSize(1);
        UUID entry = UUID.randomUUID();
        LedgerEntry.KeyReplacement replacement = new LedgerEntry.KeyReplacement(
                entry,
                UUID.randomUUID(),
                new KeyReplacementCommitment(
                        Digest.random(),
                        view.onChainId(),
                        Digest.random(),
                        next.enrolled().key()),
                nextRoot);
        transaction.executeWithoutResult(status -> context.publishEvent(
                new EntryRecorded(entry, replacement, ledger.latest().orElseThrow())));
        assertThat(status(old)).isEqualTo(MandateStatus.FALLEN);
        assertThat(status(mandate)).isEqualTo(MandateStatus.FALLEN);
        assertThat(told(handler.personId())).containsExactly("holder.fall", "holder.record");
        assertThat(mandates.usable(owner, seal.number()))
                .extracting(HeldMandate::onChain)
                .containsExactly(nextRoot);
    }

    /** What the person was told of mandates, newest first. */
    private List<String> told(UUID person) {
        return context.getBean(Notices.class).of(person, Pageable.ofSize(50)).stream()
                .map(notice -> notice.news().words().replace("mandate.news.", ""))
                .toList();
    }

    private UUID root() {
        return mandates.usable(owner, seal.number()).getFirst().id();
    }

    private static Set<DocumentClass> contracts() {
        return Set.of(DocumentClass.CONTRACT);
    }

    private Holder holder(SoftKey key) {
        UUID person = UUID.randomUUID();
        KeyMethod method =
                key.key().kind() == org.yinxin.ledger.authority.KeyKind.PASSKEY ? KeyMethod.PASSKEY : KeyMethod.BROWSER;
        return new Holder(person, key, new EnrolledKeys(jdbc).enrol(person, key, method));
    }

    private Offer offer(
            UUID above, UUID giver, MandateRole role, int uses, boolean delegable, Set<DocumentClass> kinds) {
        return offer(above, giver, role, uses, delegable, kinds, null);
    }

    private Offer offer(
            UUID above,
            UUID giver,
            MandateRole role,
            int uses,
            boolean delegable,
            Set<DocumentClass> kinds,
            @Nullable PhoneNumber phone) {
        Instant from = book.file(owner, above).mandate().mandate().limits().validFrom();
        Instant begins = from.equals(Instant.EPOCH) ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : from;
        Limits limits = new Limits(begins, begins.plus(Duration.ofDays(30)), uses, delegable);
        return new Offer(giver, above, role, "林若溪", phone, limits, kinds);
    }

    private OfferResult.Offered offered(UUID above, UUID giver, MandateRole role, @Nullable PhoneNumber phone) {
        return (OfferResult.Offered) offers.toPerson(offer(above, giver, role, 0, false, Set.of(), phone));
    }

    private UUID accepted(
            Holder holder,
            UUID above,
            UUID giver,
            MandateRole role,
            int uses,
            boolean delegable,
            Set<DocumentClass> kinds) {
        OfferResult.Offered offered =
                (OfferResult.Offered) offers.toPerson(offer(above, giver, role, uses, delegable, kinds));
        assertThat(acceptances.accept(
                        holder.personId(),
                        offered.mandate(),
                        offered.code(),
                        holder.enrolled().id()))
                .isEqualTo(new AcceptanceResult.Accepted());
        return offered.mandate();
    }

    private UUID given(
            Holder holder,
            UUID above,
            UUID giver,
            SoftKey key,
            MandateRole role,
            int uses,
            boolean delegable,
            Set<DocumentClass> kinds) {
        UUID mandate = accepted(holder, above, giver, role, uses, delegable, kinds);
        sign(giver, key, mandate);
        awaitStatus(mandate, MandateStatus.IN_FORCE);
        return mandate;
    }

    private void sign(UUID giver, SoftKey key, UUID mandate) {
        ToSign asked = giving.toSign(giver, mandate);
        giving.sign(giver, mandate, asked.expiry(), KeyFixtures.field(key, asked.digest()));
    }

    private void withdrawn(UUID person, SoftKey key, UUID mandate, UUID by) {
        Withdrawal withdrawal = withdrawals.prepare(mandate, by, "离职");
        ToSign asked = withdrawals.toSign(person, withdrawal);
        withdrawals.withdraw(person, withdrawal, KeyFixtures.field(key, asked.digest()));
    }

    /** A use under the mandate, as stamping brings it to the chain. */
    private Recording used(HeldMandate mandate, SoftKey key) {
        Digest onChain = seals.find(seal.number()).orElseThrow().onChainId();
        KindAuthority kind = mandates.authority(mandate, DocumentClass.CONTRACT).orElseThrow();
        Instant expiry = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        SignedUse act = new SignedUse(
                UUID.randomUUID(),
                onChain,
                UseCode.random().onChain(),
                Digest.random(),
                Digest.random(),
                mandate.onChain(),
                kind.kind(),
                expiry);
        UseAuthority authority = new UseAuthority(
                mandate.onChain(),
                kind.kind(),
                kind.proof(),
                expiry,
                key.sign(act.digest(ledger.domain().orElseThrow())));
        transaction.executeWithoutResult(status -> ledger.record(new LedgerEntry.Use(
                act.entry(), act.use(), onChain, act.authorised(), Digest.random(), act.purpose(), authority)));
        return await(() -> ledger.recording(act.entry()).orElseThrow(), recording -> !recording.pending());
    }

    private MandateStatus status(UUID mandate) {
        return book.file(owner, mandate).mandate().mandate().status();
    }

    private void awaitStatus(UUID mandate, MandateStatus wanted) {
        MandateView view = await(
                () -> book.file(owner, mandate).mandate().mandate(),
                found -> !found.status().isBeingRecorded());
        assertThat(view.status()).as("%s", view.refusal()).isEqualTo(wanted);
    }

    private MandateOnChain onChain(Digest mandate) {
        return ((ChainAnswer.Known<MandateOnChain>) chain.mandate(mandate)).value();
    }

    private static <T> T await(java.util.function.Supplier<T> what, java.util.function.Predicate<T> reached) {
        Instant until = Instant.now().plus(Duration.ofSeconds(40));
        T found = what.get();
        while (!reached.test(found) && Instant.now().isBefore(until)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            found = what.get();
        }
        return found;
    }
}
