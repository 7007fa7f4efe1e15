package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.ledger.EntryFixtures.Story;
import org.yinxin.ledger.RpcProxy.Manner;
import org.yinxin.ledger.proof.ReceiptProof;
import org.yinxin.ledger.web3j.ChainFixtures;
import org.yinxin.ledger.web3j.Secp256k1Recovery;
import org.yinxin.shared.Bureau;

/** Four parties' nodes, one of which lies, lags, dawdles or is dead. */
class SeveralNodesIT {

    private final List<RpcProxy> proxies = new ArrayList<>();
    private LedgerHarness harness;

    @BeforeEach
    void start() {
        harness = new LedgerHarness();
    }

    @AfterEach
    void stop() {
        proxies.forEach(RpcProxy::close);
        harness.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"DEAD", "SLOW", "LAGGING", "ELSEWHERE"})
    void writesGoOnWhenOurOwnNodeFails(Manner manner) {
        RpcProxy own = proxy(Manner.HONEST);
        Portal portal = harness.portalOn(
                node("data-administration", own), honest("market-supervision"), honest("public-security"));
        Story story = new Story();
        portal.record(story.approval(Bureau.MARKET_SUPERVISION));
        portal.settle();

        own.stuckAt = 1;
        own.manner = manner;
        List<LedgerEntry> rest = story.untilActive().subList(1, 5);
        portal.record(rest.toArray(LedgerEntry[]::new));
        portal.settle();

        assertThat(rest)
                .allSatisfy(
                        entry -> assertThat(portal.recording(entry).status()).isEqualTo(Recording.Status.RECORDED));
        assertThat(harness.recordedOnChain()).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void eachNodesTroubleIsSeenAndNamed() {
        RpcProxy lagging = proxy(Manner.LAGGING);
        Portal portal = harness.portalOn(
                honest("data-administration"),
                node("market-supervision", proxy(Manner.DEAD)),
                node("public-security", lagging),
                node("court", proxy(Manner.ELSEWHERE)),
                honest("platform"));
        portal.record(new Story().untilActive().toArray(LedgerEntry[]::new));
        portal.settle();
        lagging.stuckAt = 0;

        portal.watch.look();

        assertThat(portal.watch.health())
                .extracting(NodeHealth::node, NodeHealth::state)
                .containsExactly(
                        tuple("data-administration", NodeHealth.State.FOLLOWS),
                        tuple("market-supervision", NodeHealth.State.SILENT),
                        tuple("public-security", NodeHealth.State.LAGS),
                        tuple("court", NodeHealth.State.OTHER_CHAIN),
                        tuple("platform", NodeHealth.State.FOLLOWS));
        assertThat(portal.watch.inOrder())
                .extracting(ChainNode::name)
                .containsExactly("data-administration", "platform", "public-security", "market-supervision");
        assertThat(portal.incidents()).contains("NODE_TROUBLE");
    }

    @Test
    void oneLiarIsNamedAndTurnsNoAnswer() {
        RpcProxy liar = proxy(Manner.HONEST);
        Portal portal = harness.portalOn(
                honest("data-administration"),
                honest("market-supervision"),
                node("public-security", liar),
                node("court", proxy(Manner.DEAD)));
        Story story = new Story();
        List<LedgerEntry> entries = story.untilActive();
        portal.record(entries.toArray(LedgerEntry[]::new));
        portal.settle();
        Receipt receipt = portal.recording(entries.getLast()).receipt();

        liar.manner = Manner.LYING;

        assertThat(portal.reader.witnesses(receipt))
                .extracting(NodeAnswer::node, NodeAnswer::stand)
                .containsExactlyInAnyOrder(
                        tuple("data-administration", NodeAnswer.Stand.AGREES),
                        tuple("market-supervision", NodeAnswer.Stand.AGREES),
                        tuple("public-security", NodeAnswer.Stand.DIFFERS),
                        tuple("court", NodeAnswer.Stand.SILENT));
        assertThat(portal.reader.seal(story.seal)).isInstanceOfSatisfying(ChainAnswer.Known.class, known -> {
            assertThat(((SealOnChain) known.value()).status()).isEqualTo(SealOnChain.Status.ACTIVE);
            assertThat(known.nodes().toString()).contains("public-security", "DIFFERS");
        });
    }

    @Test
    void aProofComesFromTheFirstNodeWhoseBlockHoldsTogether() {
        Portal portal = harness.portalOn(
                node("public-security", proxy(Manner.LYING)),
                node("court", proxy(Manner.DEAD)),
                honest("data-administration"));
        Portal honest = harness.portal();
        LedgerEntry entry = new Story().approval(Bureau.PUBLIC_SECURITY);
        honest.record(entry);
        honest.settle();
        Receipt receipt = honest.recording(entry).receipt();

        Proofs proofs = new Proofs(
                portal.chain,
                Portal.settings(50),
                new Secp256k1Recovery(),
                event -> Optional.empty(),
                portal.deployments);
        ReceiptProof proof = proofs.of(receipt);

        assertThat(proofs.check(proof).transactionHash()).isEqualTo(receipt.transactionHash());
        assertThat(proofs.ours(proofs.check(proof))).isTrue();
    }

    private RpcProxy proxy(Manner manner) {
        RpcProxy proxy = new RpcProxy(harness.url(), manner);
        proxies.add(proxy);
        return proxy;
    }

    private ChainNode honest(String name) {
        return ChainFixtures.node(name, harness.url());
    }

    private static ChainNode node(String name, RpcProxy proxy) {
        return ChainFixtures.node(name, proxy.url());
    }
}
