package org.yinxin.ledger.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.account.Role;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicationScenes;
import org.yinxin.application.KeyReplacementDesk;
import org.yinxin.application.Outcome;
import org.yinxin.authority.KeyMethod;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.mandate.GivingHand;
import org.yinxin.mandate.MandateRole;
import org.yinxin.mandate.Withdrawal;
import org.yinxin.mandate.Withdrawals;
import org.yinxin.review.Officer;
import org.yinxin.review.ReviewResult;
import org.yinxin.review.Reviews;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.SealFixtures.Owner;
import org.yinxin.seal.SealLife;
import org.yinxin.seal.Seals;
import org.yinxin.sealing.MarkDraft;
import org.yinxin.sealing.MarkView;
import org.yinxin.sealing.SigningHand;
import org.yinxin.sealing.StampResult;
import org.yinxin.sealing.UseMarks;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.Uses;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;

/** One seal from its application on, with something in every book that carries or mirrors entries of the ledger. */
final class BooksStory {

    private final ApplicationContext context;
    private final SealFixtures fixtures;
    private final ApplicationScenes scenes;
    private final Map<Bureau, Officer> officers = new EnumMap<>(Bureau.class);

    final long from;
    final String uscc;
    final SealNumber number;

    BooksStory(ApplicationContext context) {
        this.context = context;
        this.fixtures = new SealFixtures(context);
        this.scenes = new ApplicationScenes(context.getBean(JdbcClient.class));
        this.from = context.getBean(ChainReader.class).height().orElseThrow() + 1;
        for (Bureau bureau : Bureau.values()) {
            UUID id = scenes.person(Role.OFFICER, bureau, "许警官", null);
            officers.put(bureau, new Officer(id, "许警官", bureau, false, null));
        }
        ApplicationScenes.Scene scene = scenes.scene();
        this.uscc = scene.uscc().value();
        approve(ApplicationScenes.submit(context.getBean(ApplicantDesk.class), scene));
        this.number = context.getBean(Seals.class)
                .ofEnterprise(scene.uscc())
                .getFirst()
                .number();
        fixtures.awaitRecorded(number);
        SoftKey key = replaced(scene);
        Owned seal = new Owned(
                new Owner(scene.person(), scene.uscc(), scene.nameZh(), scene.physicalSeal(), key, null), number);
        fixtures.activate(seal);
        fixtures.awaitRecorded(number);
        stoppedForAWhile();
        mandates(seal);
        UseView use = used(seal);
        used(seal);
        mark(seal, use);
        await(() -> context.getBean(UseMarks.class).of(use.code()).stream().allMatch(MarkView::holds));
    }

    private void approve(Reference reference) {
        for (Bureau bureau : Bureau.values()) {
            Officer officer = officers.get(bureau);
            Reviews reviews = context.getBean(Reviews.class);
            assertThat(reviews.take(officer, reference)).isInstanceOf(ReviewResult.Done.class);
            assertThat(reviews.decide(officer, reference, 1, Outcome.APPROVED, Set.of(), ""))
                    .isInstanceOf(ReviewResult.Done.class);
        }
    }

    /** The key is lost before it was ever used. */
    private SoftKey replaced(ApplicationScenes.Scene scene) {
        SoftKey next = SoftKey.es256();
        UUID enrolled = scenes.enrol(scene.person(), next);
        KeyReplacementDesk replacements = context.getBean(KeyReplacementDesk.class);
        ApplicantDesk desk = context.getBean(ApplicantDesk.class);
        Reference reference = replacements.start(scene.person(), number);
        replacements.explain(scene.person(), reference, "The telephone was lost");
        desk.chooseKey(scene.person(), reference, enrolled);
        desk.declare(scene.person(), reference);
        desk.submit(scene.person(), reference);
        approve(reference);
        fixtures.awaitRecorded(number);
        return next;
    }

    private void stoppedForAWhile() {
        SealLife life = context.getBean(SealLife.class);
        UUID officer = officers.get(Bureau.PUBLIC_SECURITY).id();
        life.suspend(Bureau.PUBLIC_SECURITY, officer, number, "Under inquiry");
        fixtures.awaitRecorded(number);
        life.resume(Bureau.PUBLIC_SECURITY, officer, number, "Nothing found");
        fixtures.awaitRecorded(number);
    }

    /** A keeper's, a handler's under it for contracts only, and one that is taken back. */
    private void mandates(Owned seal) {
        GivingHand hand = new GivingHand(context);
        UUID owner = seal.owner().personId();
        GivingHand.Giver root = hand.root(owner, seal.owner().key(), number);
        UUID keeper = UUID.randomUUID();
        SoftKey keepers = SoftKey.es256();
        UUID above = hand.give(root, number, MandateRole.KEEPER, 0, Set.of(), keeper, keepers, KeyMethod.BROWSER);
        hand.give(
                new GivingHand.Giver(keeper, keepers, above),
                number,
                MandateRole.HANDLER,
                0,
                Set.of(DocumentClass.CONTRACT, DocumentClass.INVOICE),
                UUID.randomUUID(),
                SoftKey.es256(),
                KeyMethod.BROWSER);
        UUID left = hand.give(
                root, number, MandateRole.HANDLER, 5, Set.of(), UUID.randomUUID(), SoftKey.es256(), KeyMethod.BROWSER);
        Withdrawals withdrawals = context.getBean(Withdrawals.class);
        Withdrawal withdrawal = withdrawals.prepare(left, root.mandate(), "Left the enterprise");
        String signature = SigningHand.field(
                root.key().sign(withdrawals.toSign(owner, withdrawal).digest()));
        withdrawals.withdraw(owner, withdrawal, signature);
    }

    private UseView used(Owned seal) {
        SigningHand hand = new SigningHand(context);
        UUID draft = hand.ready(
                seal,
                "contract.pdf",
                ApplicationScenes.pdf("Contract"),
                StampPlan.at(new Placement(1, 300, 300)),
                "Supply");
        UseCode code = ((StampResult.Stamped) hand.stamp(seal, draft)).code();
        Uses uses = context.getBean(Uses.class);
        await(() -> uses.find(code).orElseThrow().number() != null);
        return uses.find(code).orElseThrow();
    }

    private void mark(Owned seal, UseView use) {
        UseMarks marks = context.getBean(UseMarks.class);
        marks.dispute(
                Bureau.PUBLIC_SECURITY, officers.get(Bureau.PUBLIC_SECURITY).id(), use.code(), "Reported as forged");
        await(() -> marks.of(use.code()).getFirst().holds());
        UUID owner = seal.owner().personId();
        MarkDraft word = marks.draft(MarkKind.VOID, "Stamped by mistake");
        String signature = SigningHand.field(seal.owner()
                .key()
                .sign(marks.prompt(owner, use.code(), word, "void").act()));
        marks.mark(owner, use.code(), word, signature);
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
