package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.yinxin.ledger.EntryFixtures.Story;
import org.yinxin.ledger.RpcProxy.Manner;
import org.yinxin.ledger.web3j.ChainFixtures;
import org.yinxin.shared.Bureau;

/** Everything that can happen to a transaction between being signed and standing in a block. */
class WriterTroubleIT {

    private LedgerHarness harness;
    private RpcProxy door;

    @BeforeEach
    void start() {
        harness = new LedgerHarness();
        door = new RpcProxy(harness.url(), Manner.HONEST);
    }

    @AfterEach
    void stop() {
        door.close();
        harness.close();
    }

    @Test
    void whatThePoolDroppedGoesOutAgain() {
        Portal portal = harness.portalOn(own());
        Story story = activeSeal(portal);
        AtomicInteger dropped = new AtomicInteger();
        door.doorman = (nonce, gas) -> dropped.getAndIncrement() == 0 ? RpcProxy.SWALLOW : RpcProxy.WELCOME;
        LedgerEntry.Use use = story.use();
        portal.record(use);
        portal.settle();

        assertRecordedOnce(portal, List.of(use));
        assertThat(dropped.get()).isGreaterThan(1);
    }

    @Test
    void whatThePoolDroppedFromTheMiddleGoesOutAsSoonAsItsTurnComes() {
        Portal portal = harness.portalOn(patient(), own());
        Story story = activeSeal(portal);
        long next = nextNonce();
        AtomicInteger dropped = new AtomicInteger();
        door.doorman = (nonce, gas) ->
                nonce == next + 1 && dropped.getAndIncrement() == 0 ? RpcProxy.SWALLOW : RpcProxy.WELCOME;
        List<LedgerEntry> uses = uses(story, 3);
        portal.record(uses.toArray(LedgerEntry[]::new));
        portal.settle(patient().sendAgainAfter().dividedBy(2));

        assertRecordedOnce(portal, uses);
        assertThat(numbers(portal, uses)).containsExactly(1L, 2L, 3L);
        assertThat(dropped.get()).isEqualTo(2);
    }

    @Test
    void whatIsStuckInOnePoolGoesToEveryNodeAndTheOverseersAreTold() {
        Portal portal = harness.portalOn(own(), honest("court"));
        Story story = activeSeal(portal);
        door.doorman = (nonce, gas) -> RpcProxy.SWALLOW;
        LedgerEntry.Use use = story.use();
        portal.record(use);
        portal.settle();

        assertRecordedOnce(portal, List.of(use));
        assertThat(portal.incidents()).contains("TRANSACTION_STUCK");
    }

    @Test
    void aNodeThatHasItAlreadyIsNotTakenForOneThatWillMineIt() {
        Portal portal = harness.portalOn(own(), honest("court"));
        Story story = activeSeal(portal);
        AtomicInteger asked = new AtomicInteger();
        door.doorman = (nonce, gas) -> asked.getAndIncrement() == 0 ? RpcProxy.SWALLOW : "Known transaction";
        LedgerEntry.Use use = story.use();
        portal.record(use);
        portal.settle();

        assertRecordedOnce(portal, List.of(use));
    }

    @Test
    void aNodeThatWantsToBePaidIsPassedOver() {
        Portal portal = harness.portalOn(own(), honest("court"));
        Story story = activeSeal(portal);
        door.doorman = (nonce, gas) -> "Gas price below configured minimum gas price";
        LedgerEntry.Use use = story.use();
        portal.record(use);
        portal.settle();

        assertRecordedOnce(portal, List.of(use));
        assertThat(portal.incidents()).containsOnlyOnce("TRANSACTION_REJECTED");
    }

    @Test
    void aNodeThatIsNotReadyIsAskedAgain() {
        Portal portal = harness.portalOn(own());
        Story story = activeSeal(portal);
        AtomicInteger asked = new AtomicInteger();
        door.doorman = (nonce, gas) -> asked.getAndIncrement() < 3 ? "txpool is full" : RpcProxy.WELCOME;
        List<LedgerEntry> uses = uses(story, 60);
        portal.record(uses.toArray(LedgerEntry[]::new));
        portal.settle();

        assertRecordedOnce(portal, uses);
    }

    @Test
    void aNonceThatAnotherTransactionHoldsIsGivenUpOnceThatOneStands() {
        Portal portal = harness.portalOn(own());
        Story story = activeSeal(portal);
        door.doorman = (nonce, gas) -> "Replacement transaction underpriced";
        LedgerEntry.Use use = story.use();
        portal.record(use);
        portal.writer.pass();
        portal.writer.pass();
        sendForeign(portal);
        door.doorman = (nonce, gas) -> RpcProxy.WELCOME;
        portal.settle();

        assertRecordedOnce(portal, List.of(use));
        assertThat(portal.incidents()).contains("TRANSACTION_REJECTED", "NONCE_TAKEN");
    }

    @Test
    void anAnswerThatGotLostDoesNotDoubleAnything() {
        Portal portal = harness.portalOn(own());
        Story story = activeSeal(portal);
        AtomicInteger asked = new AtomicInteger();
        door.doorman = (nonce, gas) -> asked.getAndIncrement() == 0 ? RpcProxy.SILENTLY : RpcProxy.WELCOME;
        LedgerEntry.Use use = story.use();
        portal.record(use);
        settleThroughSilence(portal);

        assertRecordedOnce(portal, List.of(use));
    }

    @Test
    void aNonceThatIsCountedBeforeItsReceiptIsToldWasTakenByNobodyElse() {
        Portal portal = harness.portalOn(own());
        Story story = activeSeal(portal);
        door.receiptsHeldBack.set(3);
        LedgerEntry.Use use = story.use();
        portal.record(use);
        portal.settle();

        assertRecordedOnce(portal, List.of(use));
        assertThat(portal.incidents()).doesNotContain("NONCE_TAKEN");
    }

    @Test
    void aNodeThatSaysNonceTooLowOfWhatStandsNowhereIsNotBelieved() {
        Portal portal = harness.portalOn(own(), honest("court"));
        Story story = activeSeal(portal);
        AtomicInteger asked = new AtomicInteger();
        door.doorman = (nonce, gas) -> asked.getAndIncrement() == 0 ? "Nonce too low" : RpcProxy.WELCOME;
        List<LedgerEntry> uses = uses(story, 3);
        portal.record(uses.toArray(LedgerEntry[]::new));
        portal.settle();

        assertRecordedOnce(portal, uses);
    }

    @Test
    void whatLiesTooFarAheadWaitsUntilTheGapBeforeItIsFilledAgain() {
        Portal portal = harness.portalOn(1, own());
        Story story = activeSeal(portal);
        long next = nextNonce();
        AtomicInteger first = new AtomicInteger();
        door.doorman = (nonce, gas) -> {
            if (nonce == next && first.getAndIncrement() == 0) {
                return RpcProxy.SWALLOW;
            }
            return nonce >= nextNonce() + 4
                    ? "Transaction nonce is too distant from current sender nonce"
                    : RpcProxy.WELCOME;
        };
        List<LedgerEntry> uses = uses(story, 12);
        portal.record(uses.toArray(LedgerEntry[]::new));
        portal.settle();

        assertRecordedOnce(portal, uses);
        assertThat(numbers(portal, uses)).containsExactlyElementsOf(upTo(12));
        assertThat(portal.incidents()).doesNotContain("NONCE_GAP", "NONCE_TAKEN");
    }

    @Test
    void whatAsksForTooMuchGasGoesInSmallerBatches() {
        Portal portal = harness.portalOn(own());
        Story story = activeSeal(portal);
        door.doorman =
                (nonce, gas) -> gas > 1_500_000 ? "Transaction gas limit exceeds block gas limit" : RpcProxy.WELCOME;
        List<LedgerEntry> uses = uses(story, 120);
        portal.record(uses.toArray(LedgerEntry[]::new));
        portal.settle();

        assertRecordedOnce(portal, uses);
        assertThat(numbers(portal, uses)).containsExactlyInAnyOrderElementsOf(upTo(120));
        assertThat(portal.incidents()).contains("TOO_MUCH_GAS").doesNotContain("NONCE_GAP");
    }

    /** Blake2's precompile takes no such call: a batch with the poisoned entry is reverted, whatever else is in it. */
    @Test
    void anEntryThatBringsItsBatchDownTakesNoOtherWithIt() {
        Portal portal = harness.portal();
        Story story = activeSeal(portal);
        List<LedgerEntry> uses = uses(story, 12);
        UUID poisoned = uses.get(7).id();
        byte[] reverting = new byte[20];
        reverting[19] = 9;
        Portal attacked = harness.portal(node -> node, new Poisoned(harness.accounts, poisoned, reverting));
        attacked.record(uses.toArray(LedgerEntry[]::new));
        attacked.settle();

        assertThat(attacked.recording(uses.get(7)).status()).isEqualTo(Recording.Status.REFUSED);
        List<LedgerEntry> others = new ArrayList<>(uses);
        others.remove(7);
        assertRecordedOnce(attacked, others);
        assertThat(numbers(attacked, others)).containsExactlyInAnyOrderElementsOf(upTo(11));
        assertThat(attacked.incidents()).containsOnlyOnce("BATCH_REVERTED");
    }

    /** Signs as others do, but sends whatever stands beside the poisoned entry to where it is reverted. */
    private record Poisoned(Accounts accounts, UUID entry, byte[] reverting) implements Accounts {

        @Override
        public byte[] address(Party party) {
            return accounts.address(party);
        }

        @Override
        public SigningWay way(Party party) {
            return accounts.way(party);
        }

        @Override
        public byte[] contractAt(long nonce) {
            return accounts.contractAt(nonce);
        }

        @Override
        public SignedTransaction deploy(long chainId, long nonce) {
            return accounts.deploy(chainId, nonce);
        }

        @Override
        public long gas(List<LedgerEntry> entries) {
            return accounts.gas(entries);
        }

        @Override
        public SignedTransaction sign(
                long chainId, byte[] contract, long nonce, Party party, List<LedgerEntry> entries) {
            boolean harmed = entries.stream().anyMatch(each -> each.id().equals(entry));
            return accounts.sign(chainId, harmed ? reverting : contract, nonce, party, entries);
        }
    }

    @Test
    void theNodeThatTakesOverMayKnowLessThanTheOneBefore() {
        RpcProxy other = new RpcProxy(harness.url(), Manner.HONEST);
        try (other) {
            Portal portal = harness.portalOn(5, own(), ChainFixtures.node("court", other.url()));
            Story story = activeSeal(portal);
            List<LedgerEntry> uses = uses(story, 30);
            portal.record(uses.toArray(LedgerEntry[]::new));
            portal.writer.pass();
            other.stuckAt = 3;
            other.manner = Manner.LAGGING;
            door.manner = Manner.DEAD;
            passThroughSilence(portal, 10);
            other.manner = Manner.HONEST;
            settleThroughSilence(portal);

            assertRecordedOnce(portal, uses);
        }
    }

    @Test
    void anInstanceThatStopsWhileItOwnsTheNoncesLosesThem() throws Exception {
        Portal portal = harness.portalOn(own());
        Story story = activeSeal(portal);
        Portal frozen = harness.portal();
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<Void> freezing =
                CompletableFuture.runAsync(() -> frozen.inTransaction.executeWithoutResult(status -> {
                    frozen.transactions.lock(harness.accounts.address(Party.PLATFORM));
                    holds.countDown();
                    awaitQuietly(over);
                }));
        holds.await();
        LedgerEntry.Use use = story.use();
        portal.record(use);
        portal.writer.pass();
        assertThat(portal.recording(use).status()).isEqualTo(Recording.Status.WAITING);
        portal.settle();
        over.countDown();

        assertRecordedOnce(portal, List.of(use));
        assertThat(freezing.handle((done, failure) -> failure != null).join()).isTrue();
    }

    @Test
    void whatWaitsTooLongIsToldToTheOverseersAndItsEndToo() throws Exception {
        Portal portal = harness.portalOn(own());
        Story story = activeSeal(portal);
        door.manner = Manner.DEAD;
        portal.record(story.use());
        Thread.sleep(2_500);
        portal.alarm.look("The node of platform does not answer");
        assertThat(portal.incidents()).contains("ENTRIES_WAIT");

        door.manner = Manner.HONEST;
        settleThroughSilence(portal);
        Thread.sleep(1_100);
        portal.alarm.look("");
        assertThat(portal.incidents()).contains("ENTRIES_FLOW");
    }

    @Test
    void aChainWithoutTheCheckOfSignaturesGetsNothingUntilItIsMended() throws Exception {
        Portal portal = harness.portalOn(own());
        LedgerEntry entry = new Story().approval(Bureau.MARKET_SUPERVISION);
        portal.record(entry);
        door.manner = Manner.UNFIT;
        portal.writer.pass();
        portal.writer.pass();

        assertThat(portal.waiting()).isTrue();
        assertThat(portal.incidents()).containsExactly("CHAIN_UNFIT");
        assertUnhealthy(portal, "P256VERIFY");

        door.manner = Manner.HONEST;
        Thread.sleep(5_100);
        portal.settle();
        assertThat(portal.recording(entry).status()).isEqualTo(Recording.Status.RECORDED);
        assertThat(portal.health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void booksOfAnotherChainAreNotWrittenOnAndAMissingContractIsSaid() {
        Portal portal = harness.portalOn(own());
        activeSeal(portal);
        door.manner = Manner.ELSEWHERE;
        portal.watch.look();
        assertThatThrownBy(() -> portal.writer.pass()).isInstanceOf(NodeSilentException.class);
        assertUnhealthy(portal, "another chain");

        door.manner = Manner.DEAD;
        portal.watch.look();
        assertThat(portal.health.health().getStatus())
                .as("what is silent comes back by itself")
                .isEqualTo(Status.UNKNOWN);

        Portal lost = harness.otherBooks(Portal.settings(50), harness.accounts);
        lost.deployments.add(harness.chainId(), new byte[20]);
        lost.record(new Story().approval(Bureau.MARKET_SUPERVISION));
        passThroughSilence(lost, 8);
        assertThat(lost.waiting()).isTrue();
        assertThat(lost.incidents()).containsExactly("CONTRACT_REFUSED");
        assertUnhealthy(lost, "does not hold the contract");
    }

    private static void assertUnhealthy(Portal portal, String reason) {
        Health health = portal.health.health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("reason")).asString().contains(reason);
    }

    @Test
    void aFullQueueSlowsDownAndSaysWhenToComeAgain() {
        Portal portal = harness.portalOn(own());
        Story story = activeSeal(portal);
        assertThat(portal.pace.await()).isEmpty();
        List<LedgerEntry> uses = uses(story, 25);
        portal.record(uses.toArray(LedgerEntry[]::new));

        assertThat(portal.queue.before(uses.get(10).id())).isEqualTo(10);
        awaitFreshState();
        long begin = System.nanoTime();
        assertThat(portal.pace.await()).hasValueSatisfying(busy -> {
            assertThat(busy.before()).isEqualTo(25);
            assertThat(busy.minutes()).isPositive();
        });
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(300));

        CompletableFuture<Boolean> patient =
                CompletableFuture.supplyAsync(() -> portal.pace.await().isEmpty());
        portal.settle();
        assertThat(patient.join()).isTrue();
        assertThat(portal.queue.state().waiting()).isZero();
    }

    /** One use in each transaction, and a minute before anything goes out again by itself. */
    private static LedgerSettings patient() {
        LedgerSettings usual = Portal.settings(1);
        return new LedgerSettings(
                usual.nodes(),
                usual.accounts(),
                usual.contract(),
                usual.validators(),
                usual.batch(),
                usual.transactionGas(),
                usual.underWay(),
                usual.poll(),
                usual.idle(),
                Duration.ofMinutes(1),
                Duration.ofMinutes(2),
                usual.alarmAfter(),
                usual.compareEvery(),
                usual.answerWithin(),
                usual.slowAbove(),
                usual.patience());
    }

    private ChainNode own() {
        return ChainFixtures.node("platform", door.url());
    }

    private ChainNode honest(String name) {
        return ChainFixtures.node(name, harness.url());
    }

    private long nextNonce() {
        return harness.node().transactionCount(harness.accounts.address(Party.PLATFORM));
    }

    private static Story activeSeal(Portal portal) {
        Story story = new Story();
        portal.record(story.untilActive().toArray(LedgerEntry[]::new));
        portal.settle();
        return story;
    }

    private static List<LedgerEntry> uses(Story story, int count) {
        List<LedgerEntry> uses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            uses.add(story.use());
        }
        return uses;
    }

    private void assertRecordedOnce(Portal portal, List<? extends LedgerEntry> entries) {
        assertThat(entries)
                .allSatisfy(
                        entry -> assertThat(portal.recording(entry).status()).isEqualTo(Recording.Status.RECORDED));
        List<UUID> onChain = harness.recordedOnChain();
        assertThat(onChain).doesNotHaveDuplicates();
        assertThat(onChain).containsAll(entries.stream().map(LedgerEntry::id).toList());
    }

    private static List<Long> numbers(Portal portal, List<LedgerEntry> uses) {
        return uses.stream()
                .map(use -> portal.recording(use).receipt().useNumber().orElseThrow())
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private void sendForeign(Portal portal) {
        ChainNode node = harness.node();
        byte[] contract = portal.deployments.current().orElseThrow().contract();
        node.send(harness.accounts
                .sign(node.chainId(), contract, nextNonce(), Party.PLATFORM, List.of(new Story().use()))
                .raw());
    }

    private static void settleThroughSilence(Portal portal) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (portal.waiting() && System.nanoTime() < end) {
            passThroughSilence(portal, 1);
        }
    }

    private static void passThroughSilence(Portal portal, int times) {
        for (int i = 0; i < times; i++) {
            try {
                portal.writer.pass();
                Thread.sleep(50);
            } catch (NodeSilentException again) {
                // what the writer's thread does: it looks again
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitFreshState() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
