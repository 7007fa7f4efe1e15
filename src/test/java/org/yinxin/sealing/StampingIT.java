package org.yinxin.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.ledger.authority.HolderCheck;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.seal.SealFixtures;
import org.yinxin.seal.SealFixtures.Owned;
import org.yinxin.seal.SealLife;
import org.yinxin.seal.Seals;
import org.yinxin.sealing.SealedDocuments.SealedDocument;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.pdf.PdfFixtures;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseCommitment;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;
import org.yinxin.verification.CheckCode;
import org.yinxin.verification.CheckVerdict;
import org.yinxin.verification.Verdict;
import org.yinxin.verification.document.DocumentChecks;
import org.yinxin.verification.document.DocumentReport;

class StampingIT extends IntegrationTest {

    private static final byte[] CONTRACT = PdfFixtures.contract(2);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Authorising authorising;

    @Autowired
    private SealedDocuments documents;

    @Autowired
    private Uses uses;

    @Autowired
    private UseRows rows;

    @Autowired
    private Files files;

    @Autowired
    private DocumentDesk desk;

    @Autowired
    private Housekeeping housekeeping;

    @Autowired
    private DocumentChecks checks;

    @Autowired
    private Seals seals;

    @Autowired
    private SealLife life;

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

    private SealFixtures fixtures;
    private SigningHand hand;
    private Owned seal;
    private UUID owner;

    @BeforeEach
    void anActiveSeal() {
        fixtures = new SealFixtures(context);
        hand = new SigningHand(context);
        seal = fixtures.active();
        owner = seal.owner().personId();
    }

    @Test
    void aStampedDocumentIsRecordedHandedOutAndValidForAnyone() {
        UseCode code = stamped(ready("Lease"));
        UseView recorded = awaitSettled(code);
        assertThat(recorded.status()).isEqualTo(UseStatus.RECORDED);
        assertThat(recorded.number()).isEqualTo(1);

        SealedDocument document = documents.release(owner, code);
        assertThat(document.fileName()).isEqualTo("contract-sealed.pdf");
        assertThat(document.file()).startsWith(CONTRACT);
        assertThat(uses.find(code).orElseThrow().status()).isEqualTo(UseStatus.RELEASED);
        assertThat(documents.release(owner, code).file()).as("handed out again").isEqualTo(document.file());

        DocumentReport report = checks.check(document.file());
        assertThat(report.verdict()).as("%s", report.deciding()).isEqualTo(Verdict.VALID);
        assertThat(report.seals()).singleElement().satisfies(finding -> {
            assertThat(finding.owner()).isEqualTo(seal.owner().name());
            assertThat(finding.sealNumber()).isEqualTo(seal.number().value());
            assertThat(finding.useCode()).isEqualTo(code);
            assertThat(finding.now()).isEqualTo(CheckVerdict.PASSED);
        });
    }

    @Test
    void theChainHoldsTheCommitmentsThatTheDocumentOpensAndNothingElse() {
        UseCode code = stamped(ready("Lease 租赁"));
        awaitSettled(code);
        byte[] file = documents.release(owner, code).file();
        Use use = rows.findByCode(code.value()).orElseThrow();
        ChainAnswer<UseOnChain> answer = chain.use(code.onChain());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        ChainAnswer.Known.class,
                        known -> assertThat((UseOnChain) known.value()).satisfies(record -> {
                            UseCommitment opened = UseCommitment.of(use.note(), "Lease 租赁", file, endOfLastSeal(file));
                            assertThat(record.authorised()).isEqualTo(opened.authorised());
                            assertThat(record.sealed()).isEqualTo(opened.sealed());
                            assertThat(record.purpose()).isEqualTo(opened.purpose());
                        }));
    }

    @Test
    void nothingIsHandedOutBeforeItsUseIsOnTheChain() {
        UUID draft = ready("Lease");
        Use use = authorised(draft, hand.prepared(owner, draft), seal.owner().key());
        sealedBehindTheLedgersBack(use);
        assertThatThrownBy(() -> documents.release(owner, use.code())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aUseOfASealThatIsSuspendedMeanwhileIsRefusedAndItsDraftIsFree() {
        UUID draft = ready("Lease");
        Use use = authorised(draft, hand.prepared(owner, draft), seal.owner().key());
        life.suspend(
                Bureau.PUBLIC_SECURITY,
                SealFixtures.officer(Bureau.PUBLIC_SECURITY).personId(),
                seal.number(),
                "Lost");
        fixtures.awaitRecorded(seal.number());
        sealed(use);

        refusedWithoutATrace(use, draft, UseEnding.SEAL_NOT_ACTIVE);
    }

    @Test
    void aSignatureThatTheChainRefusesLeavesNoFileAndTheDraftCanBeSignedAgain() {
        UUID draft = ready("Lease");
        Use use = authorised(draft, hand.prepared(owner, draft), SoftKey.es256());
        sealed(use);

        refusedWithoutATrace(use, draft, UseEnding.SIGNATURE_INVALID);
        assertThat(awaitSettled(stamped(draft)).status()).isEqualTo(UseStatus.RECORDED);
    }

    private void refusedWithoutATrace(Use use, UUID draft, UseEnding ending) {
        UseView refused = awaitSettled(use.code());
        assertThat(refused.status()).isEqualTo(UseStatus.REFUSED);
        assertThat(UseEnding.of(refused.refusal())).isEqualTo(ending);
        assertThat(files.sealed(use.id())).isEmpty();
        assertThat(uses.ofSeal(seal.number())).extracting(UseView::code).contains(use.code());
        assertThatThrownBy(() -> documents.release(owner, use.code())).isInstanceOf(NotFoundException.class);
        assertThat(drafts.of(owner, draft).beingStamped()).isFalse();
        assertThat(drafts.file(owner, draft)).isEqualTo(CONTRACT);
    }

    @Test
    void onlyTheHoldersFreshSignatureOverThisDraftStamps() {
        UUID draft = ready("Lease");
        UUID other = ready("Supply");
        Preparation.Ready asked = hand.prepared(owner, draft);
        Preparation.Ready another = hand.prepared(owner, other);
        assertThat(hand.prepared(owner, draft)).as("survives a reload").isEqualTo(asked);

        assertThat(hand.handIn(owner, draft, asked, SoftKey.es256().sign(asked.digest())))
                .as("another person's key")
                .isEqualTo(refusal(AuthorisationRefusal.SIGNATURE_INVALID));
        assertThat(hand.handIn(owner, draft, asked, seal.owner().key().sign(another.digest())))
                .as("signed for another draft")
                .isEqualTo(refusal(AuthorisationRefusal.SIGNATURE_INVALID));
        assertThat(hand.handIn(owner, draft, another, seal.owner().key().sign(another.digest())))
                .as("another draft's use")
                .isEqualTo(refusal(AuthorisationRefusal.CHANGED));

        drafts.place(owner, draft, StampPlan.at(new Placement(1, 300, 300)));
        assertThat(hand.handIn(owner, draft, asked, seal.owner().key().sign(asked.digest())))
                .as("the draft was changed")
                .isEqualTo(refusal(AuthorisationRefusal.CHANGED));
        Preparation.Ready again = hand.prepared(owner, draft);
        assertThat(again.code()).isNotEqualTo(asked.code());
        assertThat(again.digest()).isNotEqualTo(asked.digest());
        assertThat(hand.handIn(owner, draft, asked, seal.owner().key().sign(asked.digest())))
                .as("the use came to nothing")
                .isEqualTo(refusal(AuthorisationRefusal.CHANGED));
        assertThat(uses.ofSeal(seal.number())).as("nobody signed a use").isEmpty();
        assertThat(uses.find(asked.code())).isEmpty();

        HolderSignature signature = seal.owner().key().sign(again.digest());
        UseCode code = ((StampResult.Stamped) hand.handIn(owner, draft, again, signature)).code();
        assertThat(awaitSettled(code).status()).isEqualTo(UseStatus.RECORDED);
        assertThatThrownBy(() -> hand.handIn(owner, draft, again, signature))
                .as("replayed")
                .isInstanceOf(NotFoundException.class);
        UseAuthorityView authority = documents.authority(owner, code).orElseThrow();
        assertThat(authority.root()).isTrue();
        assertThat(HolderCheck.verify(authority.key(), authority.digest(), authority.signature()))
                .isTrue();
        assertThat(authority.upload()).isEqualTo(Digest.sha256(CONTRACT));
    }

    @Test
    void whatNobodySignedInTimeIsRefusedAndTidiedAway() {
        UUID draft = ready("Lease");
        Preparation.Ready asked = hand.prepared(owner, draft);
        jdbc.sql("update sealing.use set expiry = now() - interval '1 minute' where code = ?")
                .param(asked.code().value())
                .update();
        assertThat(hand.handIn(owner, draft, asked, seal.owner().key().sign(asked.digest())))
                .isEqualTo(refusal(AuthorisationRefusal.EXPIRED));

        housekeeping.tidy();

        Use expired = rows.findByCode(asked.code().value()).orElseThrow();
        assertThat(expired.status()).isEqualTo(UseStatus.VOID);
        assertThat(expired.view().refusal()).isEqualTo("expired");
        assertThat(awaitSettled(stamped(draft)).status()).isEqualTo(UseStatus.RECORDED);
    }

    private static StampResult refusal(AuthorisationRefusal reason) {
        return new StampResult.NotAuthorised(reason);
    }

    @Test
    void aSuspendedSealStampsNothingAndTheDraftWaits() {
        UUID draft = ready("Lease");
        Preparation.Ready asked = hand.prepared(owner, draft);
        life.suspend(
                Bureau.PUBLIC_SECURITY,
                SealFixtures.officer(Bureau.PUBLIC_SECURITY).personId(),
                seal.number(),
                "Lost");
        assertThat(hand.handIn(owner, draft, asked, seal.owner().key().sign(asked.digest())))
                .isEqualTo(new StampResult.NotNow(StampResult.Obstacle.SEAL_NOT_USABLE));
        assertThat(authorising.prepare(owner, draft))
                .isInstanceOfSatisfying(
                        Preparation.Lacking.class,
                        lacking -> assertThat(lacking.lack()).isEqualTo(Preparation.Lack.SEAL));
        assertThat(drafts.of(owner, draft).beingStamped()).isFalse();
        assertThat(drafts.file(owner, draft)).isEqualTo(CONTRACT);
        assertThat(uses.ofSeal(seal.number())).isEmpty();
    }

    @Test
    void aSealSuspendedAfterUseWasGoodWhenUsedAndIsNotNow() {
        UseCode code = stamped(ready("Lease"));
        awaitSettled(code);
        byte[] file = documents.release(owner, code).file();
        life.suspend(
                Bureau.PUBLIC_SECURITY,
                SealFixtures.officer(Bureau.PUBLIC_SECURITY).personId(),
                seal.number(),
                "Lost");
        fixtures.awaitRecorded(seal.number());
        DocumentReport report = checks.check(file);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.noLongerInForce()).isTrue();
    }

    @Test
    void usesAreNumberedOneAfterTheOtherAndFoundInTheBook() {
        UseCode first = stamped(ready("Lease of the third floor"));
        awaitSettled(first);
        UseCode second = stamped(ready("Supply 供货合同"));
        assertThat(awaitSettled(second).number()).isEqualTo(2);
        assertThat(uses.book(seal.number(), "", PageRequest.of(0, 20)).getContent())
                .extracting(UseView::code)
                .containsExactly(second, first);
        assertThat(uses.book(seal.number(), "供货", PageRequest.of(0, 20)).getContent())
                .extracting(UseView::code)
                .containsExactly(second);
        assertThat(uses.book(seal.number(), "100%", PageRequest.of(0, 20)).getContent())
                .isEmpty();
        assertThat(uses.count(seal.number())).isEqualTo(2);
    }

    @Test
    void aDocumentSealedTwiceIsValidForBothUses() {
        UseCode first = stamped(ready("Lease"));
        awaitSettled(first);
        byte[] once = documents.release(owner, first).file();
        UUID again = started(once);
        drafts.place(owner, again, StampPlan.at(new Placement(1, 200, 200)));
        drafts.state(owner, again, "Annex", DocumentClass.OTHER);
        UseCode second = stamped(again);
        awaitSettled(second);
        DocumentReport report = checks.check(documents.release(owner, second).file());
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.seals()).hasSize(2);
    }

    @Test
    void confirmedTwiceAtOnceItIsStampedOnce() throws Exception {
        UUID draft = ready("Lease");
        Preparation.Ready asked = hand.prepared(owner, draft);
        HolderSignature signature = seal.owner().key().sign(asked.digest());
        Callable<Object> confirm = () -> {
            try {
                return hand.handIn(owner, draft, asked, signature);
            } catch (DraftInUseException | NotFoundException e) {
                return e;
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Object> outcome : threads.invokeAll(List.of(confirm, confirm))) {
                assertThat(outcome.get())
                        .isInstanceOfAny(StampResult.Stamped.class, DraftInUseException.class, NotFoundException.class);
            }
        }
        assertThat(uses.ofSeal(seal.number())).hasSize(1);
    }

    @Test
    void whatADeadMachineLeftBehindComesToNothingAndTheDraftIsFree() {
        UUID draft = ready("Lease");
        Preparation.Ready asked = hand.prepared(owner, draft);
        Use use = authorised(draft, asked, seal.owner().key());
        jdbc.sql("update sealing.use set authorised_at = authorised_at - interval '1 hour' where id = ?")
                .param(use.id())
                .update();
        assertThatThrownBy(() ->
                        hand.handIn(owner, draft, asked, seal.owner().key().sign(asked.digest())))
                .isInstanceOf(DraftInUseException.class);

        housekeeping.tidy();

        assertThat(uses.find(use.code()).orElseThrow().status()).isEqualTo(UseStatus.VOID);
        assertThat(awaitSettled(stamped(draft)).status()).isEqualTo(UseStatus.RECORDED);
    }

    @Test
    void strangersFindNeitherDraftNorUseNorDocument() {
        UUID draft = ready("Lease");
        UUID stranger = fixtures.owner().personId();
        assertThatThrownBy(() -> drafts.of(stranger, draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> drafts.file(stranger, draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> drafts.discard(stranger, draft)).isInstanceOf(NotFoundException.class);
        Preparation.Ready asked = hand.prepared(owner, draft);
        assertThatThrownBy(() -> authorising.prepare(stranger, draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        hand.handIn(stranger, draft, asked, seal.owner().key().sign(asked.digest())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> documents.use(owner, asked.code()))
                .as("no use before it is signed")
                .isInstanceOf(NotFoundException.class);
        UseCode code = stamped(draft);
        awaitSettled(code);
        assertThatThrownBy(() -> documents.use(stranger, code)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> documents.release(stranger, code)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPersonWhoIsNoLongerTheLegalRepresentativeStampsNothing() {
        UUID draft = ready("Lease");
        Preparation.Ready asked = hand.prepared(owner, draft);
        jdbc.sql("update register.enterprise set legal_representative_id_digest = ? where uscc = ?")
                .params(Digest.random().bytes(), seal.owner().uscc().value())
                .update();
        assertThat(authorising.prepare(owner, draft))
                .isInstanceOfSatisfying(
                        Preparation.Lacking.class,
                        lacking -> assertThat(lacking.lack()).isEqualTo(Preparation.Lack.MANDATE));
        assertThat(hand.handIn(owner, draft, asked, seal.owner().key().sign(asked.digest())))
                .isEqualTo(refusal(AuthorisationRefusal.MANDATE_NOT_IN_FORCE));
    }

    @Test
    void aRefusedFileBecomesNoDraft() {
        assertThat(drafts.start(owner, seal.number(), "x.pdf", "no pdf".getBytes()))
                .isEqualTo(new DraftResult.Refused(DocumentRefusal.NOT_A_DOCUMENT));
        assertThat(drafts.of(owner)).isEmpty();
    }

    @Test
    void aDiscardedDraftIsGoneWithItsUpload() {
        UUID draft = ready("Lease");
        drafts.discard(owner, draft);
        assertThat(files.upload(draft)).isEmpty();
        assertThatThrownBy(() -> drafts.of(owner, draft)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theBookCannotBeErased() {
        UseCode code = stamped(ready("Lease"));
        assertThatThrownBy(() -> jdbc.sql("delete from sealing.use where code = ?")
                        .param(code.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aDocumentChangedAfterStampingIsNotValid() {
        UseCode code = stamped(ready("Lease"));
        awaitSettled(code);
        byte[] changed = PdfFixtures.revise(documents.release(owner, code).file(), document -> {
            document.removePage(1);
            document.getDocumentCatalog().getPages().getCOSObject().setNeedToBeUpdated(true);
        });
        DocumentReport report = checks.check(changed);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(report.signatures().getFirst().checks())
                .filteredOn(check -> check.code() == CheckCode.UNCHANGED_SINCE)
                .allMatch(check -> check.verdict() == CheckVerdict.FAILED);
    }

    private int endOfLastSeal(byte[] file) {
        return (int) desk.verify(file).signatures().getLast().found().signedUntil();
    }

    private UUID ready(String purpose) {
        return hand.ready(seal, "contract.pdf", CONTRACT, StampPlan.at(new Placement(2, 1200, 2000)), purpose);
    }

    private UUID started(byte[] file) {
        return ((DraftResult.Started) drafts.start(owner, seal.number(), "contract.pdf", file)).draft();
    }

    private UseCode stamped(UUID draft) {
        StampResult result = hand.stamp(seal, draft);
        assertThat(result).isInstanceOf(StampResult.Stamped.class);
        return ((StampResult.Stamped) result).code();
    }

    /** Written down as signed, whatever the signature is worth. */
    private Use authorised(UUID draft, Preparation.Ready asked, SoftKey key) {
        return transaction.execute(status -> {
            Use use = rows.findByCode(asked.code().value()).orElseThrow();
            use.authorise(key.sign(asked.digest()), clock.instant());
            jdbc.sql("update sealing.draft set use_id = ? where id = ?")
                    .params(use.id(), draft)
                    .update();
            return use;
        });
    }

    /** Sealed, with a document and an entry on its way. */
    private void sealed(Use authorised) {
        transaction.executeWithoutResult(status -> ledger.record(sealedBehindTheLedgersBack(authorised)));
    }

    private LedgerEntry.Use sealedBehindTheLedgersBack(Use authorised) {
        return transaction.execute(status -> {
            Use use = rows.findById(authorised.id()).orElseThrow();
            UseCommitment commitment = UseCommitment.of(use.note(), "Lease", CONTRACT, CONTRACT.length);
            files.storeSealed(use.id(), CONTRACT);
            return use.seal(new SealedFile(CONTRACT, commitment, PadesLevel.B, null), clock.instant());
        });
    }

    private UseView awaitSettled(UseCode code) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            UseView use = uses.find(code).orElseThrow();
            if (use.status().isSettled()) {
                return use;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("Use " + code + " was not settled in time");
    }
}
