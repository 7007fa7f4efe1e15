package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.ledger.EntryFixtures.Story;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Digest;

/** The writer on a real database and a real chain: order, batches, refusals. */
class LedgerWriterIT {

    private LedgerHarness harness;
    private Portal portal;

    @BeforeEach
    void start() {
        harness = new LedgerHarness();
        portal = harness.portal();
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void bringsAStoryOntoTheChainInOrderEachByItsOwnParty() {
        Story story = new Story();
        List<LedgerEntry> entries = story.untilActive();
        portal.record(entries.toArray(LedgerEntry[]::new));
        portal.settle();

        List<Receipt> receipts =
                entries.stream().map(entry -> portal.recording(entry).receipt()).toList();
        assertThat(receipts)
                .extracting(Receipt::event)
                .containsExactly(
                        "ApplicationDecided", "ApplicationDecided", "ApplicationDecided", "SealIssued", "SealMoved");
        assertThat(receipts).extracting(Receipt::blockNumber).isSorted();
        assertThat(receipts.subList(0, 3)).extracting(Receipt::account).doesNotHaveDuplicates();
        assertThat(receipts.getFirst().fields())
                .containsEntry("bureau", "MARKET_SUPERVISION")
                .containsEntry("outcome", "APPROVED")
                .containsEntry("digest", story.parts.digest().hex());
        assertThat(portal.reader.seal(story.seal))
                .isInstanceOfSatisfying(
                        ChainAnswer.Known.class,
                        known -> assertThat(((SealOnChain) known.value()).status())
                                .isEqualTo(SealOnChain.Status.ACTIVE));
        assertThat(portal.published).hasSize(5).allMatch(EntryRecorded.class::isInstance);
    }

    @Test
    void numbersUsesWithoutGapsAndChainsEachToTheOneBefore() {
        Story story = activeSeal();
        List<LedgerEntry> uses = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            uses.add(story.use());
        }
        portal.record(uses.toArray(LedgerEntry[]::new));
        portal.settle();

        List<Receipt> receipts =
                uses.stream().map(use -> portal.recording(use).receipt()).toList();
        assertThat(receipts)
                .extracting(receipt -> receipt.useNumber().orElseThrow())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 120).boxed().toList());
        for (int i = 1; i < receipts.size(); i++) {
            assertThat(receipts.get(i).fields().get("previous"))
                    .isEqualTo(receipts.get(i - 1).fields().get("head"));
        }
        assertThat(new HashSet<>(receipts.stream().map(Receipt::transactionHash).toList()))
                .hasSize(3);
        assertThat(receipts.getFirst().gasUsed()).isLessThan(1L << 24);
    }

    @Test
    void findsAUseByItsCodeWithEverythingThatItCommitsTo() {
        Story story = activeSeal();
        LedgerEntry.Use use = story.use();
        portal.record(use);
        portal.settle();

        assertThat(portal.reader.use(use.use())).isInstanceOfSatisfying(ChainAnswer.Known.class, known -> {
            UseOnChain found = (UseOnChain) known.value();
            assertThat(found.entryId()).isEqualTo(use.id());
            assertThat(found.seal()).isEqualTo(use.seal());
            assertThat(found.authorised()).isEqualTo(use.authorised());
            assertThat(found.sealed()).isEqualTo(use.sealed());
            assertThat(found.purpose()).isEqualTo(use.purpose());
            assertThat(found.number()).isEqualTo(1);
        });
        assertThat(portal.reader.use(Digest.random())).isInstanceOf(ChainAnswer.Absent.class);
    }

    @Test
    void theRecordsAreFoundByWhatTheySayAndByWhoSentThem() {
        Story story = activeSeal();
        LedgerEntry use = story.use();
        LedgerEntry stopped = story.move(Party.PUBLIC_SECURITY, LedgerEntry.Action.SUSPEND);
        portal.record(use);
        portal.record(stopped);
        portal.settle();
        Records records = new Records(portal.jdbc, new Incidents(portal.jdbc, Clock.systemUTC()));

        assertThat(found(records, new RecordSearch(null, null, null, EntryKind.DECISION)))
                .hasSize(3);
        assertThat(found(records, new RecordSearch(null, null, null, EntryKind.SEAL_ISSUE)))
                .hasSize(1);
        assertThat(found(records, new RecordSearch(null, null, null, EntryKind.SEAL_TRANSITION)))
                .containsExactly(stopped.id());
        assertThat(found(records, new RecordSearch(null, null, null, EntryKind.SEAL_ACTIVATION)))
                .hasSize(1)
                .doesNotContain(stopped.id());
        assertThat(found(records, new RecordSearch(null, null, null, EntryKind.USE)))
                .containsExactly(use.id());
        assertThat(found(records, new RecordSearch(null, null, null, EntryKind.USE_MARK)))
                .isEmpty();
        assertThat(found(records, new RecordSearch(null, null, Party.PUBLIC_SECURITY, null)))
                .hasSize(2)
                .startsWith(stopped.id());
        assertThat(found(records, new RecordSearch(null, null, Party.PLATFORM, null)))
                .hasSize(2)
                .startsWith(use.id());
        assertThat(found(records, new RecordSearch(null, null, Party.COURT, null)))
                .isEmpty();
        String ofSeal = story.seal.hex().replace("0x", "");
        assertThat(found(records, new RecordSearch(ofSeal, null, null, null)))
                .hasSize(4)
                .startsWith(stopped.id(), use.id());
        assertThat(found(records, new RecordSearch(ofSeal, null, null, EntryKind.USE)))
                .containsExactly(use.id());

        Records.Part first = records.search(new RecordSearch(ofSeal, null, null, null), null, 3);
        assertThat(first.records()).hasSize(3);
        assertThat(records.search(new RecordSearch(ofSeal, null, null, null), first.before(), 3)
                        .records())
                .hasSize(1);
    }

    private static List<UUID> found(Records records, RecordSearch search) {
        return records.search(search, null, 20).records().stream()
                .map(Recording::entryId)
                .toList();
    }

    @Test
    void oneBadUseDoesNotLoseTheOthersOfItsBatch() {
        Story story = activeSeal();
        LedgerEntry.Use good = story.use();
        LedgerEntry.Use ofNoSeal = new Story().use();
        LedgerEntry.Use alsoGood = story.use();
        portal.record(good, ofNoSeal, alsoGood);
        portal.settle();

        assertThat(portal.recording(good).status()).isEqualTo(Recording.Status.RECORDED);
        assertThat(portal.recording(alsoGood).receipt().useNumber()).hasValue(2);
        assertThat(portal.recording(ofNoSeal).status()).isEqualTo(Recording.Status.REFUSED);
        assertThat(portal.recording(ofNoSeal).refusal()).isEqualTo("SealUnknown");
        assertThat(portal.recording(ofNoSeal).receipt().event()).isEqualTo("UseRefused");
        assertThat(portal.recording(good).receipt().transactionHash())
                .isEqualTo(portal.recording(ofNoSeal).receipt().transactionHash());
        assertThat(portal.published)
                .filteredOn(EntryRefused.class::isInstance)
                .singleElement()
                .isEqualTo(new EntryRefused(ofNoSeal.id(), ofNoSeal, "SealUnknown"));
    }

    @Test
    void aUseAfterASuspensionIsRefusedAndOneBeforeItIsNot() {
        Story story = activeSeal();
        LedgerEntry.Use before = story.use();
        LedgerEntry.Use after = story.use();
        portal.record(before);
        portal.record(story.move(Party.PUBLIC_SECURITY, LedgerEntry.Action.SUSPEND));
        portal.record(after);
        portal.settle();

        assertThat(portal.recording(before).status()).isEqualTo(Recording.Status.RECORDED);
        assertThat(portal.recording(after).refusal()).isEqualTo("SealNotActive");
    }

    @Test
    void aRefusedDecisionNamesTheContractsReasonAndHoldsUpNothing() {
        Story hasty = new Story();
        LedgerEntry.Decision tooEarly = hasty.approval(Bureau.DATA_ADMINISTRATION);
        portal.record(tooEarly);
        LedgerEntry.Decision next = hasty.approval(Bureau.MARKET_SUPERVISION);
        portal.record(next);
        portal.settle();

        assertThat(portal.recording(tooEarly).status()).isEqualTo(Recording.Status.REFUSED);
        assertThat(portal.recording(tooEarly).refusal()).isEqualTo("ApprovalMissing");
        assertThat(portal.recording(next).status()).isEqualTo(Recording.Status.RECORDED);
    }

    @Test
    void anEntryThatRollsBackNeverReachesTheChain() {
        LedgerEntry.Decision decision = new Story().approval(Bureau.MARKET_SUPERVISION);
        assertThatThrownBy(() -> portal.record(decision, decision)).isInstanceOf(RuntimeException.class);
        portal.settle();
        assertThat(portal.ledger.recording(decision.id())).isEmpty();
    }

    @Test
    void waitsWhileTheChainIsDownAndGoesOnWhenItIsBack() {
        Story story = activeSeal();
        harness.stopChain();
        LedgerEntry.Use use = story.use();
        portal.record(use);
        assertThatThrownBy(() -> portal.writer.pass()).isInstanceOf(NodeSilentException.class);
        assertThat(portal.recording(use).status()).isEqualTo(Recording.Status.WAITING);
        assertThat(portal.reader.seal(story.seal)).isInstanceOf(ChainAnswer.Unreachable.class);

        harness.startChain();
        portal.settle();
        assertThat(portal.recording(use).status()).isEqualTo(Recording.Status.RECORDED);
    }

    @Test
    void aListenerThatFailsHoldsUpItsOwnEntryAlone() {
        Story story = activeSeal();
        LedgerEntry.Use fine = story.use();
        LedgerEntry.Use troubled = story.use();
        LedgerEntry.Use alsoFine = story.use();
        portal.failing = event ->
                event instanceof EntryRecorded recorded && recorded.entryId().equals(troubled.id());
        portal.record(fine, troubled, alsoFine);
        portal.passUntil(() ->
                !portal.recording(fine).pending() && !portal.recording(alsoFine).pending());
        assertThat(portal.recording(fine).status()).isEqualTo(Recording.Status.RECORDED);
        assertThat(portal.recording(alsoFine).status()).isEqualTo(Recording.Status.RECORDED);
        assertThat(portal.recording(troubled).status()).isEqualTo(Recording.Status.SENT);

        portal.failing = event -> false;
        portal.settle();
        assertThat(portal.recording(troubled).receipt().useNumber()).hasValue(2);
        assertThat(portal.published)
                .filteredOn(event -> event.toString().contains(troubled.id().toString()))
                .hasSize(1);
    }

    @Test
    void unknownEntriesHaveNoRecording() {
        assertThat(portal.ledger.recording(UUID.randomUUID())).isEmpty();
    }

    private Story activeSeal() {
        Story story = new Story();
        portal.record(story.untilActive().toArray(LedgerEntry[]::new));
        portal.settle();
        return story;
    }
}
