package org.yinxin.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.IntegrationTest;
import org.yinxin.authority.KeyMethod;
import org.yinxin.authority.SignatureRefusedException;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.mandate.GivingHand;
import org.yinxin.mandate.GivingHand.Giver;
import org.yinxin.mandate.MandateRole;
import org.yinxin.mandate.Mandates;
import org.yinxin.mandate.ToSign;
import org.yinxin.mandate.Withdrawal;
import org.yinxin.mandate.Withdrawals;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.sealing.Preparation.Lack;
import org.yinxin.sealing.Preparation.Lacking;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.shared.Digest;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;

class HandlersStampIT extends IntegrationTest {

    private static final byte[] CONTRACT = PdfFixtures.contract(1);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Authorising authorising;

    @Autowired
    private StampableSeals stampable;

    @Autowired
    private SealedDocuments documents;

    @Autowired
    private Uses uses;

    @Autowired
    private Files files;

    @Autowired
    private Mandates mandates;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private SealFixtures fixtures;
    private SigningHand hand;
    private Owned seal;
    private UUID owner;
    private final UUID handler = UUID.randomUUID();
    private final SoftKey key = SoftKey.passkey("http://localhost:8080");

    @BeforeEach
    void anActiveSeal() {
        fixtures = new SealFixtures(context);
        hand = new SigningHand(context);
        seal = fixtures.active();
        owner = seal.owner().personId();
    }

    @Test
    void aHandlerStampsAsFarAsTheMandateReachesAndTheChainCounts() {
        assertThat(stampable.of(handler)).isEmpty();
        assertThatThrownBy(() -> stampable.of(handler, seal.number())).isInstanceOf(NotFoundException.class);
        UUID mandate = give(1, Set.of(DocumentClass.CONTRACT));
        assertThat(stampable.of(handler))
                .singleElement()
                .satisfies(one -> assertThat(one.number()).isEqualTo(seal.number()));

        UUID draft = ready(DocumentClass.INVOICE);
        assertThat(lack(draft)).isEqualTo(Lack.KIND);
        drafts.state(handler, draft, "Supply", DocumentClass.CONTRACT);
        Preparation.Ready asked = hand.prepared(handler, draft);
        UUID second = ready(DocumentClass.CONTRACT);
        Preparation.Ready secondAsked = hand.prepared(handler, second);
        assertThat(hand.handIn(handler, draft, asked, seal.owner().key().sign(asked.digest())))
                .as("the owner's signature under the handler's mandate")
                .isEqualTo(new StampResult.NotAuthorised(AuthorisationRefusal.SIGNATURE_INVALID));
        HolderSignature elsewhere = key.sign(secondAsked.digest());
        assertThat(hand.handIn(handler, draft, asked, elsewhere))
                .isEqualTo(new StampResult.NotAuthorised(AuthorisationRefusal.SIGNATURE_INVALID));

        UseCode code = made(hand.handIn(handler, draft, asked, key.sign(asked.digest())));
        UseCode tooMany = made(hand.handIn(handler, second, secondAsked, key.sign(secondAsked.digest())));
        await(() -> settled(code) && settled(tooMany));

        assertThat(uses.find(code).orElseThrow().number()).isEqualTo(1);
        assertThat(documents.release(handler, code).file()).startsWith(CONTRACT);
        assertThat(documents.release(owner, code).file()).startsWith(CONTRACT);
        UseAuthorityView authority = documents.authority(owner, code).orElseThrow();
        assertThat(authority.root()).isFalse();
        assertThat(authority.method()).isEqualTo(KeyMethod.PASSKEY);
        UseView refused = uses.find(tooMany).orElseThrow();
        assertThat(UseEnding.of(refused.refusal())).isEqualTo(UseEnding.MANDATE_EXHAUSTED);
        assertThat(files.sealed(refused.id())).isEmpty();
        assertThat(drafts.of(handler, second).beingStamped()).isFalse();
        assertThat(lack(second)).isEqualTo(Lack.MANDATE);
        theHoldersOwnBookHasBoth(mandate, code, tooMany);
        UUID stranger = fixtures.owner().personId();
        assertThatThrownBy(() -> documents.use(stranger, code)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stampable.owned(handler, seal.number())).isInstanceOf(NotFoundException.class);
    }

    private void theHoldersOwnBookHasBoth(UUID mandate, UseCode recorded, UseCode refused) {
        assertThat(own(handler, null, "")).containsExactlyInAnyOrder(recorded, refused);
        assertThat(own(handler, mandate, "SUPPLY")).hasSize(2);
        assertThat(own(handler, mandate, "%")).isEmpty();
        assertThat(own(owner, null, ""))
                .as("the owner has the seal's book for it")
                .isEmpty();
        assertThatThrownBy(() -> own(owner, mandate, "")).isInstanceOf(NotFoundException.class);
        assertThat(ownUses().missing(handler)).isZero();

        jdbc.sql("update sealing.use set person_id = ? where code = ?")
                .params(owner, recorded.value())
                .update();
        assertThat(own(handler, null, ""))
                .as("whoever is said to have stamped it")
                .containsExactlyInAnyOrder(recorded, refused);
        assertThat(documents.use(handler, recorded).code()).isEqualTo(recorded);
        jdbc.sql(
                        "update sealing.use set person_id = ?, mandate = (select on_chain_id from mandate.mandate where id = ?)"
                                + " where code = ?")
                .params(owner, root(), recorded.value())
                .update();
        assertThat(own(handler, null, "")).containsExactly(refused);
        assertThat(ownUses().missing(handler))
                .as("recorded under the mandate, and gone from the holder's book")
                .isEqualTo(1);
        jdbc.sql(
                        "update sealing.use set person_id = ?, mandate = (select on_chain_id from mandate.mandate where id = ?)"
                                + " where code = ?")
                .params(handler, mandate, recorded.value())
                .update();
        assertThat(ownUses().missing(handler)).isZero();
    }

    private List<UseCode> own(UUID person, @Nullable UUID mandate, String text) {
        return ownUses().of(person, mandate, text, Pageable.ofSize(50)).stream()
                .map(UseView::code)
                .toList();
    }

    private OwnUses ownUses() {
        return context.getBean(OwnUses.class);
    }

    @Test
    void aMandateThatIsWithdrawnWhileItsHolderSignsStampsNothing() {
        UUID mandate = give(0, Set.of());
        UUID draft = ready(DocumentClass.OTHER);
        Preparation.Ready asked = hand.prepared(handler, draft);
        withdraw(mandate);

        assertThat(hand.handIn(handler, draft, asked, key.sign(asked.digest())))
                .isEqualTo(new StampResult.NotAuthorised(AuthorisationRefusal.MANDATE_NOT_IN_FORCE));
        assertThat(lack(draft)).isEqualTo(Lack.MANDATE);
        assertThat(drafts.file(handler, draft)).as("the document is kept").isEqualTo(CONTRACT);
        assertThat(uses.ofSeal(seal.number())).isEmpty();
    }

    @Test
    void whoHoldsSeveralMandatesChooses() {
        UUID mandate = give(0, Set.of(), owner, SoftKey.es256());
        UUID draft = hand.ready(seal, "contract.pdf", CONTRACT, StampPlan.at(new Placement(1, 300, 300)), "Lease");
        Preparation.Ready asked = hand.prepared(owner, draft);
        assertThat(asked.choices()).hasSize(2);
        assertThat(asked.mandate().root()).as("the root first").isTrue();

        drafts.choose(
                owner,
                draft,
                mandates.usable(owner, seal.number(), mandate).orElseThrow().onChain());
        Preparation.Ready other = hand.prepared(owner, draft);
        assertThat(other.mandate().id()).isEqualTo(mandate);
        assertThat(hand.handIn(owner, draft, asked, seal.owner().key().sign(asked.digest())))
                .as("what was asked before came to nothing")
                .isEqualTo(new StampResult.NotAuthorised(AuthorisationRefusal.CHANGED));
    }

    @Test
    void aKeeperSpeaksOfWhatWasStampedUnderTheirMandate() {
        UUID keeper = UUID.randomUUID();
        SoftKey keepers = SoftKey.es256();
        UUID above = give(by(), MandateRole.KEEPER, 0, Set.of(), keeper, keepers);
        UUID own = give(new Giver(keeper, keepers, above), MandateRole.HANDLER, 0, Set.of(), handler, key);
        UUID draft = ready(DocumentClass.OTHER);
        Preparation.Ready asked = hand.prepared(handler, draft);
        assertThat(asked.mandate().id()).isEqualTo(own);
        UseCode code = made(hand.handIn(handler, draft, asked, key.sign(asked.digest())));
        await(() -> settled(code));
        UseMarks marks = context.getBean(UseMarks.class);
        assertThat(marks.mayMark(fixtures.owner().personId(), code))
                .as("a stranger")
                .isFalse();
        assertThat(documents.sees(keeper, code)).as("the file is others'").isFalse();

        assertThat(marks.mayMark(keeper, code)).isTrue();
        MarkDraft word = marks.draft(MarkKind.DISPUTE, "Not what I approved");
        Digest act = marks.prompt(keeper, code, word, "You dispute").act();
        assertThatThrownBy(() -> marks.mark(keeper, code, word, SigningHand.field(key.sign(act))))
                .as("the handler's key under the keeper's mandate")
                .isInstanceOf(SignatureRefusedException.class);
        marks.mark(keeper, code, word, SigningHand.field(keepers.sign(act)));
        await(() -> marks.of(code).getFirst().status() != MarkView.Status.SENT);
        assertThat(marks.of(code).getFirst().holds())
                .as(marks.of(code).toString())
                .isTrue();
    }

    private UUID ready(DocumentClass kind) {
        UUID draft = ((DraftResult.Started) drafts.start(handler, seal.number(), "contract.pdf", CONTRACT)).draft();
        drafts.place(handler, draft, StampPlan.at(new Placement(1, 300, 300)));
        drafts.state(handler, draft, "Supply", kind);
        return draft;
    }

    private Lack lack(UUID draft) {
        return ((Lacking) authorising.prepare(handler, draft)).lack();
    }

    private UUID give(int uses, Set<DocumentClass> kinds) {
        return give(uses, kinds, handler, key);
    }

    private UUID give(int uses, Set<DocumentClass> kinds, UUID holder, SoftKey holdersKey) {
        return give(by(), MandateRole.HANDLER, uses, kinds, holder, holdersKey);
    }

    private Giver by() {
        return new GivingHand(context).root(owner, seal.owner().key(), seal.number());
    }

    private UUID give(Giver by, MandateRole role, int uses, Set<DocumentClass> kinds, UUID holder, SoftKey holdersKey) {
        KeyMethod method = holdersKey == key ? KeyMethod.PASSKEY : KeyMethod.BROWSER;
        return new GivingHand(context).give(by, seal.number(), role, uses, kinds, holder, holdersKey, method);
    }

    private void withdraw(UUID mandate) {
        Withdrawals withdrawals = context.getBean(Withdrawals.class);
        Withdrawal withdrawal = withdrawals.prepare(mandate, root(), "Left the enterprise");
        withdrawals.withdraw(owner, withdrawal, signed(withdrawals.toSign(owner, withdrawal)));
    }

    private UUID root() {
        return mandates.usable(owner, seal.number()).getFirst().id();
    }

    private String signed(ToSign act) {
        return SigningHand.field(seal.owner().key().sign(act.digest()));
    }

    private static UseCode made(StampResult result) {
        assertThat(result).isInstanceOf(StampResult.Stamped.class);
        return ((StampResult.Stamped) result).code();
    }

    private boolean settled(UseCode code) {
        return uses.find(code).orElseThrow().status().isSettled();
    }

    private static void await(BooleanSupplier done) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
