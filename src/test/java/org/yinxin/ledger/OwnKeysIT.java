package org.yinxin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.ledger.EntryFixtures.Story;
import org.yinxin.ledger.web3j.ChainFixtures;
import org.yinxin.ledger.web3j.SignerStandIn;
import org.yinxin.shared.Bureau;

/** Installations that hold the keys of some parties only, ask a remote signer, or use a contract that stands already. */
class OwnKeysIT {

    private LedgerHarness harness;

    @BeforeEach
    void start() {
        harness = new LedgerHarness();
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void threeBureausEachRunAnInstanceWithTheirOwnKeyOnly() {
        Portal market = portalOf(Party.MARKET_SUPERVISION);
        Portal police = portalOf(Party.PUBLIC_SECURITY);
        Portal data = portalOf(Party.DATA_ADMINISTRATION, Party.PLATFORM);
        List<LedgerEntry> life = new ArrayList<>(new Story().untilActive());
        market.record(life.toArray(LedgerEntry[]::new));

        market.writer.pass();
        assertThat(market.deployments.current())
                .as("it cannot deploy for the platform")
                .isEmpty();
        data.writer.pass();
        market.passUntil(() -> market.recording(life.get(0)).status() != Recording.Status.WAITING);
        assertThat(market.recording(life.get(0)).status()).isNotEqualTo(Recording.Status.WAITING);
        assertThat(market.recording(life.get(1)).status()).isEqualTo(Recording.Status.WAITING);
        assertThat(market.parties.all())
                .filteredOn(party -> party.waiting() > 0)
                .extracting(SendingParty::party, SendingParty::elsewhere, SendingParty::trouble)
                .contains(tuple(Party.PUBLIC_SECURITY, true, null));

        market.passUntil(() -> {
            police.writer.pass();
            data.writer.pass();
            return !market.waiting();
        });
        assertThat(life)
                .allSatisfy(
                        entry -> assertThat(market.recording(entry).status()).isEqualTo(Recording.Status.RECORDED));
        assertThat(harness.recordedOnChain()).doesNotHaveDuplicates().hasSize(life.size());
        assertThat(market.incidents()).isEmpty();
    }

    @Test
    void aContractThatStandsAlreadyIsUsedOnceItWasLookedAt() {
        Portal first = harness.portal();
        first.record(new Story().approval(Bureau.MARKET_SUPERVISION));
        first.settle();
        String contract = "0x"
                + HexFormat.of()
                        .formatHex(first.deployments.current().orElseThrow().contract());

        Portal other = harness.otherBooks(Portal.settings(50, contract), harness.accounts);
        LedgerEntry entry = new Story().approval(Bureau.PUBLIC_SECURITY);
        other.record(entry);
        other.settle();
        assertThat(other.recording(entry).receipt().contract()).isEqualTo(contract);

        String nothing = "0x" + "12".repeat(20);
        Portal wrong = harness.otherBooks(Portal.settings(50, nothing), harness.accounts);
        wrong.record(new Story().approval(Bureau.PUBLIC_SECURITY));
        wrong.writer.pass();
        wrong.writer.pass();
        assertThat(wrong.waiting()).isTrue();
        assertThat(wrong.incidents()).containsExactly("CONTRACT_REFUSED");

        Portal strangers =
                harness.otherBooks(Portal.settings(50, contract), ChainFixtures.accounts(harness.folder.resolve("k")));
        strangers.record(new Story().approval(Bureau.PUBLIC_SECURITY));
        strangers.writer.pass();
        assertThat(strangers.waiting()).isTrue();
        assertThat(strangers
                        .jdbc
                        .sql("select detail from ledger.incident")
                        .query(String.class)
                        .single())
                .contains("does not act for MARKET_SUPERVISION");
    }

    @Test
    void booksWhoseContractIsOfAnotherVersionWriteNothingAndSaySo() {
        byte[] foreign = HexFormat.of().parseHex("4e59b44847b379578588920ca78fbf26c0b4956c");
        assumeThat(harness.node().holdsContract(foreign))
                .as("anvil's own contract")
                .isTrue();
        Portal portal = harness.portal();
        portal.deployments.add(harness.chainId(), foreign);
        portal.record(new Story().approval(Bureau.PUBLIC_SECURITY));
        portal.writer.pass();
        assertThat(portal.waiting()).isTrue();
        assertThat(portal.incidents()).containsExactly("CONTRACT_REFUSED");
    }

    @Test
    void whatARemoteSignerDoesNotSignWaitsAndTheOthersGoOn() {
        try (SignerStandIn signer =
                ChainFixtures.signer(LedgerHarness.KEYS, Party.PUBLIC_SECURITY, harness.chainId())) {
            Portal portal = harness.portal(
                    node -> node, ChainFixtures.accounts(LedgerHarness.KEYS, Party.PUBLIC_SECURITY, signer.uri()));
            LedgerEntry theirs = new Story().approval(Bureau.PUBLIC_SECURITY);
            LedgerEntry ours = new Story().approval(Bureau.MARKET_SUPERVISION);
            signer.down = true;
            portal.record(theirs, ours);
            portal.passUntil(() -> !portal.recording(ours).pending());
            assertThat(portal.recording(ours).status()).isEqualTo(Recording.Status.RECORDED);
            assertThat(portal.recording(theirs).status()).isEqualTo(Recording.Status.WAITING);
            assertThat(portal.incidents()).containsExactly("SIGNER_TROUBLE");
            assertThat(portal.parties.all())
                    .filteredOn(party -> party.party() == Party.PUBLIC_SECURITY)
                    .singleElement()
                    .satisfies(party -> {
                        assertThat(party.way()).isEqualTo(SigningWay.REMOTE);
                        assertThat(party.trouble()).contains("does not answer");
                        assertThat(party.waiting()).isEqualTo(1);
                    });

            signer.down = false;
            portal.settle();
            assertThat(portal.recording(theirs).status()).isEqualTo(Recording.Status.RECORDED);
            assertThat(portal.incidents()).containsExactly("SIGNER_TROUBLE", "SIGNER_BACK");
        }
    }

    private Portal portalOf(Party... own) {
        return harness.portal(node -> node, ChainFixtures.accounts(LedgerHarness.KEYS, Set.of(own)));
    }
}
