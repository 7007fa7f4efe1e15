package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.ledger.EntryFixtures.Story;
import org.yinxin.shared.Bureau;

/** Crashes, rival instances and chains that forget: every entry stands on the chain exactly once in the end. */
class ExactlyOnceIT {

    private LedgerHarness harness;

    @BeforeEach
    void start() {
        harness = new LedgerHarness();
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @ParameterizedTest
    @EnumSource
    void aCrashBetweenAnyTwoStepsLosesAndDoublesNothing(Crash.Point point) {
        Portal survivor = harness.portal();
        Story story = activeSeal(survivor);
        List<LedgerEntry> entries = new ArrayList<>(List.of(story.use(), story.use()));
        entries.add(story.move(Party.PUBLIC_SECURITY, LedgerEntry.Action.SUSPEND));
        survivor.record(entries.toArray(LedgerEntry[]::new));

        AtomicBoolean armed = new AtomicBoolean(true);
        Portal doomed =
                harness.portal(node -> Crash.node(node, point, armed), Crash.accounts(harness.accounts, point, armed));
        assertThatThrownBy(doomed::settle).isInstanceOf(Crash.class);
        survivor.settle();

        assertThat(entries).allSatisfy(entry -> assertRecordedOnce(survivor, entry));
        assertThat(announced(doomed, survivor, entries)).isEqualTo(entries.size());
    }

    @Test
    void rivalInstancesShareTheWorkWithoutDoublingAny() {
        Portal one = harness.portal();
        Portal other = harness.portal();
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Story story = new Story();
            entries.addAll(story.untilActive());
            for (int use = 0; use < 15; use++) {
                entries.add(story.use());
            }
        }
        one.record(entries.toArray(LedgerEntry[]::new));
        CompletableFuture.allOf(CompletableFuture.runAsync(one::settle), CompletableFuture.runAsync(other::settle))
                .join();

        assertThat(harness.recordedOnChain())
                .containsExactlyInAnyOrderElementsOf(
                        entries.stream().map(LedgerEntry::id).toList());
        assertThat(announced(one, other, entries)).isEqualTo(entries.size());
        assertThat(one.incidents()).isEmpty();
    }

    @Test
    void whatTheChainForgetsIsRecordedAgainInItsOrder() {
        Portal portal = harness.portal();
        Story before = activeSeal(portal);
        harness.stopChain();
        Path kept = harness.keepState();
        harness.startChain();
        Story lost = new Story();
        List<LedgerEntry> entries = new ArrayList<>(lost.untilActive());
        entries.add(lost.use());
        entries.add(before.use());
        entries.add(before.move(Party.MARKET_SUPERVISION, LedgerEntry.Action.SUSPEND));
        portal.record(entries.toArray(LedgerEntry[]::new));
        portal.settle();
        harness.stopChain();
        harness.setBackTo(kept);
        harness.startChain();
        LedgerEntry.Use afterwards = lost.use();
        portal.record(afterwards);
        portal.settle();

        entries.add(afterwards);
        assertThat(entries).allSatisfy(entry -> assertRecordedOnce(portal, entry));
        assertThat(portal.incidents()).contains("TRANSACTION_LOST");
        assertThat(portal.published).hasSize(5 + entries.size());
    }

    @Test
    void aWipedChainGetsTheSameContractAndTheWholeHistoryAgain() {
        Portal portal = harness.portal();
        Story story = activeSeal(portal);
        LedgerEntry.Use use = story.use();
        LedgerEntry.Use refused = new Story().use();
        portal.record(use, refused);
        portal.settle();
        String contract = portal.recording(use).receipt().contract();
        harness.stopChain();
        harness.wipeChain();
        harness.startChain();
        portal.settle();

        assertRecordedOnce(portal, use);
        assertThat(portal.recording(use).receipt().contract()).isEqualTo(contract);
        assertThat(portal.recording(refused).status()).isEqualTo(Recording.Status.REFUSED);
        assertThat(portal.reader.seal(story.seal)).isInstanceOf(ChainAnswer.Known.class);
        assertThat(harness.recordedOnChain()).hasSize(6);
    }

    @Test
    void aKilledChainComesBackWithNothingLostOrDoubled() {
        Portal portal = harness.portal();
        Story story = activeSeal(portal);
        List<LedgerEntry> uses = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 20; i++) {
                LedgerEntry.Use use = story.use();
                uses.add(use);
                portal.record(use);
            }
            portal.settle();
            harness.killChain();
            harness.startChain();
        }
        portal.settle();
        assertThat(uses).allSatisfy(use -> assertRecordedOnce(portal, use));
    }

    @Test
    void anEntryWhoseNonceSomethingElseTookGoesAgain() {
        Portal portal = harness.portal();
        Story story = activeSeal(portal);
        AtomicBoolean armed = new AtomicBoolean(true);
        Portal doomed = harness.portal(
                node -> Crash.node(node, Crash.Point.BETWEEN_COMMIT_AND_SENDING, armed), harness.accounts);
        LedgerEntry.Use use = story.use();
        portal.record(use);
        assertThatThrownBy(doomed::settle).isInstanceOf(Crash.class);
        sendForeign(portal);
        portal.settle();

        assertRecordedOnce(portal, use);
        assertThat(portal.incidents()).contains("NONCE_TAKEN");
    }

    @Test
    void anEntryFoundOnTheChainUnderAnotherTransactionIsNotRecordedAgain() {
        Portal portal = harness.portal();
        Story story = activeSeal(portal);
        AtomicBoolean armed = new AtomicBoolean(true);
        Portal doomed = harness.portal(
                node -> Crash.node(node, Crash.Point.BETWEEN_COMMIT_AND_SENDING, armed), harness.accounts);
        LedgerEntry.Use use = story.use();
        portal.record(use);
        assertThatThrownBy(doomed::settle).isInstanceOf(Crash.class);
        sendUnderThePlatformsNextNonce(portal, List.of(story.use(), use));
        portal.settle();

        assertRecordedOnce(portal, use);
        assertThat(portal.recording(use).receipt().useNumber()).hasValue(2);
    }

    @Test
    void aGapThatNothingFillsIsGivenUpAndTheEntriesGoAgain() {
        Portal portal = harness.portal();
        Story story = activeSeal(portal);
        harness.stopChain();
        Path kept = harness.keepState();
        harness.startChain();
        sendForeign(portal);
        LedgerEntry.Use use = story.use();
        portal.record(use);
        portal.settle();
        harness.stopChain();
        harness.setBackTo(kept);
        harness.startChain();
        portal.settle();

        assertRecordedOnce(portal, use);
        assertThat(portal.recording(use).receipt().useNumber()).hasValue(1);
        assertThat(portal.incidents()).contains("NONCE_GAP");
    }

    @Test
    void aRefusalByRevertIsTheSameAfterACrash() {
        Portal portal = harness.portal();
        activeSeal(portal);
        AtomicBoolean armed = new AtomicBoolean(true);
        Portal doomed = harness.portal(
                node -> Crash.node(node, Crash.Point.BETWEEN_BLOCK_AND_STORING, armed), harness.accounts);
        LedgerEntry.Decision tooEarly = new Story().approval(Bureau.DATA_ADMINISTRATION);
        portal.record(tooEarly);
        assertThatThrownBy(doomed::settle).isInstanceOf(Crash.class);
        portal.settle();
        assertThat(portal.recording(tooEarly).refusal()).isEqualTo("ApprovalMissing");
        assertThat(announced(doomed, portal, List.of(tooEarly))).isEqualTo(1);
    }

    private void assertRecordedOnce(Portal portal, LedgerEntry entry) {
        Recording recording = portal.recording(entry);
        assertThat(recording.status()).isEqualTo(Recording.Status.RECORDED);
        assertThat(harness.recordedOnChain()).filteredOn(entry.id()::equals).hasSize(1);
        assertThat(portal.reader.witnesses(recording.receipt()))
                .extracting(NodeAnswer::stand)
                .containsOnly(NodeAnswer.Stand.AGREES);
    }

    private static long announced(Portal one, Portal other, List<? extends LedgerEntry> entries) {
        List<UUID> ids = entries.stream().map(LedgerEntry::id).toList();
        return Stream.of(one, other)
                .flatMap(portal -> portal.published.stream())
                .map(event ->
                        event instanceof EntryRecorded recorded ? recorded.entryId() : ((EntryRefused) event).entryId())
                .filter(ids::contains)
                .count();
    }

    private static Story activeSeal(Portal portal) {
        Story story = new Story();
        portal.record(story.untilActive().toArray(LedgerEntry[]::new));
        portal.settle();
        return story;
    }

    /** Something of ours that the books do not know: a use of a seal that nobody issued. */
    private void sendForeign(Portal portal) {
        sendUnderThePlatformsNextNonce(portal, List.of(new Story().use()));
    }

    private void sendUnderThePlatformsNextNonce(Portal portal, List<LedgerEntry> entries) {
        ChainNode node = harness.node();
        byte[] contract = portal.jdbc
                .sql("select contract from ledger.deployment")
                .query(byte[].class)
                .single();
        long nonce = node.transactionCount(harness.accounts.address(Party.PLATFORM));
        node.send(harness.accounts
                .sign(node.chainId(), contract, nonce, Party.PLATFORM, entries)
                .raw());
    }
}
