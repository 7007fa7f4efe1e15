package org.yinxin.ledger.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.ledger.web3j.ContractHarness.ACCEPTED;
import static org.yinxin.ledger.web3j.ContractHarness.application;
import static org.yinxin.ledger.web3j.ContractHarness.entry;
import static org.yinxin.ledger.web3j.ContractHarness.number;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.yinxin.ledger.ApplicationCommitment;
import org.yinxin.ledger.LedgerEntry.Action;
import org.yinxin.ledger.LedgerEntry.Outcome;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.web3j.contract.SealLedger;
import org.yinxin.shared.Digest;

/** What the contract enforces, and that it refuses everything else. */
class SealLedgerContractIT {

    private static ContractHarness ledger;

    @BeforeAll
    static void start(@TempDir Path folder) {
        ledger = new ContractHarness(folder);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    // 1. Each party acts with its own key.

    @Test
    void aBureausDecisionCountsOnlyFromItsOwnAccount() {
        ApplicationCommitment parts = application();
        for (Party bureau : List.of(Party.MARKET_SUPERVISION, Party.PUBLIC_SECURITY)) {
            for (Party sender : Party.values()) {
                assertThat(ledger.refusal(sender, ledger.decide(sender, bureau, parts, Outcome.APPROVED)))
                        .as("%s for %s", sender, bureau)
                        .isEqualTo(sender == bureau ? ACCEPTED : "NotThisParty");
            }
        }
        assertThat(ledger.refusal(ledger.stranger, ledger.approve(Party.MARKET_SUPERVISION, parts)))
                .isEqualTo("NotThisParty");
    }

    @ParameterizedTest
    @EnumSource(names = {"COURT", "PLATFORM"})
    void courtAndPlatformDecideNothing(Party party) {
        assertThat(ledger.refusal(party, ledger.decide(party, party, application(), Outcome.APPROVED)))
                .isEqualTo("NotADecision");
    }

    @Test
    void thePlatformCanNeitherIssueNorSuspend() {
        ApplicationCommitment parts = application();
        ledger.approveByAll(parts);
        assertThat(ledger.refusal(Party.PLATFORM, ledger.issue(Party.PLATFORM, Digest.random(), parts)))
                .isEqualTo("NotThisParty");
        Digest seal = ledger.activeSeal(application());
        for (Action action : List.of(Action.SUSPEND, Action.RESUME, Action.REVOKE)) {
            assertThat(ledger.refusal(Party.PLATFORM, ledger.move(Party.PLATFORM, seal, action)))
                    .isEqualTo("NotThisParty");
        }
    }

    @Test
    void aBureauRotatesItsOwnKeyAndNobodyElseDoes() throws Exception {
        Credentials fresh = Credentials.create(Keys.createEcKeyPair());
        byte[] role = ledger.read(ledger.as(Party.COURT).roleOf(number(Party.COURT)));
        assertThat(ledger.refusal(Party.PLATFORM, ledger.as(Party.PLATFORM).grantRole(role, fresh.getAddress())))
                .isEqualTo("AccessControlUnauthorizedAccount");
        Credentials old = ledger.keys.get(Party.COURT);
        ledger.accepted(ledger.as(old).grantRole(role, fresh.getAddress()));
        ledger.accepted(ledger.as(fresh).revokeRole(role, old.getAddress()));
        assertThat(ledger.read(ledger.as(fresh).hasRole(role, old.getAddress())))
                .isFalse();
        ledger.keys.put(Party.COURT, fresh);
    }

    @Test
    void noAccountActsForTwoParties() {
        byte[] role = ledger.read(ledger.as(Party.PUBLIC_SECURITY).roleOf(number(Party.PUBLIC_SECURITY)));
        String other = ledger.keys.get(Party.MARKET_SUPERVISION).getAddress();
        assertThat(ledger.refusal(
                        Party.PUBLIC_SECURITY, ledger.as(Party.PUBLIC_SECURITY).grantRole(role, other)))
                .isEqualTo("AccountActsForAnotherParty");
    }

    @Test
    void nobodyStandsAboveTheParties() {
        SealLedger any = ledger.as(Party.PLATFORM);
        byte[] nobody = ledger.read(any.DEFAULT_ADMIN_ROLE());
        for (Party party : Party.values()) {
            byte[] role = ledger.read(any.roleOf(number(party)));
            assertThat(ledger.read(any.getRoleAdmin(role))).isEqualTo(role);
            assertThat(ledger.read(any.hasRole(nobody, ledger.keys.get(party).getAddress())))
                    .isFalse();
        }
    }

    // 2. Three approvals over one digest; one seal in force.

    @Test
    void dataAdministrationApprovesOnlyWhatBothOthersApproved() {
        ApplicationCommitment parts = application();
        assertThat(ledger.refusal(Party.DATA_ADMINISTRATION, ledger.approve(Party.DATA_ADMINISTRATION, parts)))
                .isEqualTo("ApprovalMissing");
        ledger.accepted(ledger.approve(Party.MARKET_SUPERVISION, parts));
        assertThat(ledger.refusal(Party.DATA_ADMINISTRATION, ledger.approve(Party.DATA_ADMINISTRATION, parts)))
                .isEqualTo("ApprovalMissing");
        ledger.accepted(ledger.approve(Party.PUBLIC_SECURITY, parts));
        assertThat(ledger.refusal(Party.DATA_ADMINISTRATION, ledger.approve(Party.DATA_ADMINISTRATION, parts)))
                .isEqualTo(ACCEPTED);
    }

    @Test
    void approvalsOfOtherContentDoNotCount() {
        ApplicationCommitment seen = application();
        ApplicationCommitment changed = new ApplicationCommitment(
                seen.application(), seen.enterprise(), seen.physicalSeal(), Digest.random(), seen.key());
        ledger.accepted(ledger.approve(Party.MARKET_SUPERVISION, seen));
        ledger.accepted(ledger.approve(Party.PUBLIC_SECURITY, changed));
        assertThat(ledger.refusal(Party.DATA_ADMINISTRATION, ledger.approve(Party.DATA_ADMINISTRATION, seen)))
                .isEqualTo("ApprovalMissing");
    }

    @Test
    void issuesOnlyExactlyWhatAllThreeApproved() {
        ApplicationCommitment parts = application();
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION, ledger.issue(Party.DATA_ADMINISTRATION, Digest.random(), parts)))
                .isEqualTo("ApprovalMissing");
        ledger.approveByAll(parts);
        AuthorityKey key = parts.key();
        ApplicationCommitment other = application();
        for (ApplicationCommitment changed : List.of(
                new ApplicationCommitment(
                        other.application(), parts.enterprise(), parts.physicalSeal(), parts.content(), key),
                new ApplicationCommitment(
                        parts.application(), other.enterprise(), parts.physicalSeal(), parts.content(), key),
                new ApplicationCommitment(
                        parts.application(), parts.enterprise(), other.physicalSeal(), parts.content(), key),
                new ApplicationCommitment(
                        parts.application(), parts.enterprise(), parts.physicalSeal(), other.content(), key),
                new ApplicationCommitment(
                        parts.application(), parts.enterprise(), parts.physicalSeal(), parts.content(), other.key()))) {
            assertThat(ledger.refusal(
                            Party.DATA_ADMINISTRATION,
                            ledger.issue(Party.DATA_ADMINISTRATION, Digest.random(), changed)))
                    .isEqualTo("ApprovalMissing");
        }
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION, ledger.issue(Party.DATA_ADMINISTRATION, Digest.random(), parts)))
                .isEqualTo(ACCEPTED);
    }

    @Test
    void anApprovalThatWasTakenBackDoesNotCount() {
        ApplicationCommitment parts = application();
        ledger.approveByAll(parts);
        ledger.accepted(ledger.decide(Party.PUBLIC_SECURITY, Party.PUBLIC_SECURITY, parts, Outcome.RETURNED));
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION, ledger.issue(Party.DATA_ADMINISTRATION, Digest.random(), parts)))
                .isEqualTo("ApprovalMissing");
    }

    @Test
    void aRefusalIsFinal() {
        ApplicationCommitment parts = application();
        ledger.accepted(ledger.decide(Party.MARKET_SUPERVISION, Party.MARKET_SUPERVISION, parts, Outcome.REFUSED));
        assertThat(ledger.refusal(Party.MARKET_SUPERVISION, ledger.approve(Party.MARKET_SUPERVISION, parts)))
                .isEqualTo("ApplicationRefusedBefore");
    }

    @Test
    void anApplicationYieldsOneSeal() {
        ApplicationCommitment parts = application();
        Digest seal = ledger.activeSeal(parts);
        ledger.accepted(ledger.move(Party.PUBLIC_SECURITY, seal, Action.REVOKE));
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION, ledger.issue(Party.DATA_ADMINISTRATION, Digest.random(), parts)))
                .isEqualTo("ApplicationUsedUp");
    }

    @Test
    void aSecondSealInForceForAnEnterpriseReverts() {
        Digest enterprise = Digest.random();
        Digest first = ledger.activeSeal(application(enterprise, Digest.random()));
        ApplicationCommitment second = application(enterprise, Digest.random());
        ledger.approveByAll(second);
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION, ledger.issue(Party.DATA_ADMINISTRATION, Digest.random(), second)))
                .isEqualTo("EnterpriseHasSeal");
        ledger.accepted(ledger.move(Party.PUBLIC_SECURITY, first, Action.SUSPEND));
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION, ledger.issue(Party.DATA_ADMINISTRATION, Digest.random(), second)))
                .isEqualTo("EnterpriseHasSeal");
        ledger.accepted(ledger.move(Party.PUBLIC_SECURITY, first, Action.REVOKE));
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION, ledger.issue(Party.DATA_ADMINISTRATION, Digest.random(), second)))
                .isEqualTo(ACCEPTED);
    }

    @Test
    void aSecondSealInForceForAPhysicalSealReverts() {
        Digest physicalSeal = Digest.random();
        ledger.activeSeal(application(Digest.random(), physicalSeal));
        ApplicationCommitment second = application(Digest.random(), physicalSeal);
        ledger.approveByAll(second);
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION, ledger.issue(Party.DATA_ADMINISTRATION, Digest.random(), second)))
                .isEqualTo("PhysicalSealHasSeal");
    }

    @Test
    void aSealIsNewInItsFirstVersionAndForSomeTime() {
        ApplicationCommitment parts = application();
        Digest known = ledger.activeSeal(application());
        ledger.approveByAll(parts);
        SealLedger issuer = ledger.as(Party.DATA_ADMINISTRATION);
        assertThat(ledger.refusal(Party.DATA_ADMINISTRATION, ledger.issue(Party.DATA_ADMINISTRATION, known, parts)))
                .isEqualTo("SealKnown");
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION,
                        issuer.issue(entry(), ledger.request(Digest.random(), 2, parts, 1, 2))))
                .isEqualTo("VersionNotExpected");
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION,
                        issuer.issue(entry(), ledger.request(Digest.random(), 1, parts, 2, 2))))
                .isEqualTo("PeriodEmpty");
    }

    @Test
    void aNewerVersionTakesTheSealsPlaceAndCarriesItsUseBookOn() {
        Digest seal = ledger.activeSeal(application());
        ledger.record(ledger.use(seal));
        Digest newer = Digest.random();
        ledger.accepted(ledger.renew(Party.DATA_ADMINISTRATION, newer, seal, 2, ContractHarness.FOR_EVER + 1));

        SealLedger any = ledger.as(Party.PLATFORM);
        assertThat(ledger.read(any.sealState(seal.bytes())).status).isEqualTo(BigInteger.valueOf(5));
        assertThat(ledger.read(any.sealState(newer.bytes())).status).isEqualTo(BigInteger.TWO);
        assertThat(ledger.read(any.sealState(newer.bytes())).uses).isEqualTo(BigInteger.ONE);
        assertThat(ledger.read(any.inForce(seal.bytes()))).isFalse();
        assertThat(ledger.refusal(Party.PLATFORM, ledger.activate(Party.PLATFORM, seal)))
                .isEqualTo("TransitionNotLegal");
        Party bureau = Party.PUBLIC_SECURITY;
        for (Action action : Action.values()) {
            assertThat(ledger.refusal(bureau, ledger.move(bureau, seal, action)))
                    .isEqualTo("TransitionNotLegal");
        }
    }

    @Test
    void onlyDataAdministrationRenewsAndOnlyAnActiveSealWithALaterVersionAndALongerPeriod() {
        Digest seal = ledger.activeSeal(application());
        Party office = Party.DATA_ADMINISTRATION;
        long later = ContractHarness.FOR_EVER + 1;
        for (Party party : Party.values()) {
            if (party != office) {
                assertThat(ledger.refusal(party, ledger.renew(party, Digest.random(), seal, 2, later)))
                        .isEqualTo("NotThisParty");
            }
        }
        assertThat(ledger.refusal(office, ledger.renew(office, seal, seal, 2, later)))
                .isEqualTo("SealKnown");
        assertThat(ledger.refusal(office, ledger.renew(office, Digest.random(), seal, 1, later)))
                .isEqualTo("VersionNotExpected");
        assertThat(ledger.refusal(office, ledger.renew(office, Digest.random(), seal, 2, ContractHarness.FOR_EVER)))
                .isEqualTo("PeriodEmpty");
        assertThat(ledger.refusal(office, ledger.renew(office, Digest.random(), Digest.random(), 2, later)))
                .isEqualTo("SealNotRenewable");
        ledger.accepted(ledger.move(Party.PUBLIC_SECURITY, seal, Action.SUSPEND));
        assertThat(ledger.refusal(office, ledger.renew(office, Digest.random(), seal, 2, later)))
                .isEqualTo("SealNotRenewable");
    }

    // 3. The life cycle.

    @Test
    void onlyLegalTransitionsByThoseAllowed() {
        Digest seal = Digest.random();
        ApplicationCommitment parts = application();
        ledger.approveByAll(parts);
        assertLegal(seal, Set.of());
        assertNotActivable(seal);
        ledger.accepted(ledger.issue(Party.DATA_ADMINISTRATION, seal, parts));
        assertLegal(seal, Set.of(Action.REVOKE));
        ledger.accepted(ledger.activate(Party.PLATFORM, seal));
        assertLegal(seal, Set.of(Action.SUSPEND, Action.REVOKE));
        assertNotActivable(seal);
        ledger.accepted(ledger.move(Party.PUBLIC_SECURITY, seal, Action.SUSPEND));
        assertLegal(seal, Set.of(Action.RESUME, Action.REVOKE));
        assertNotActivable(seal);
        ledger.accepted(ledger.move(Party.MARKET_SUPERVISION, seal, Action.RESUME));
        assertLegal(seal, Set.of(Action.SUSPEND, Action.REVOKE));
        ledger.accepted(ledger.move(Party.DATA_ADMINISTRATION, seal, Action.REVOKE));
        assertLegal(seal, Set.of());
        assertNotActivable(seal);
    }

    private static void assertLegal(Digest seal, Set<Action> legal) {
        Party bureau = Party.PUBLIC_SECURITY;
        for (Action action : Action.values()) {
            assertThat(ledger.refusal(bureau, ledger.move(bureau, seal, action)))
                    .as("%s", action)
                    .isEqualTo(legal.contains(action) ? ACCEPTED : "TransitionNotLegal");
            assertThat(ledger.refusal(Party.COURT, ledger.move(Party.COURT, seal, action)))
                    .isEqualTo("NotThisParty");
            assertThat(ledger.refusal(ledger.stranger, ledger.move(bureau, seal, action)))
                    .isEqualTo("NotAParty");
        }
    }

    private static void assertNotActivable(Digest seal) {
        assertThat(ledger.refusal(Party.PLATFORM, ledger.activate(Party.PLATFORM, seal)))
                .isIn("TransitionNotLegal", "SignatureNotValid");
    }

    @Test
    void onlyThePlatformActivatesForTheOwnerAndNobodyByABureausStep() {
        Digest seal = Digest.random();
        ApplicationCommitment parts = application();
        ledger.approveByAll(parts);
        ledger.accepted(ledger.issue(Party.DATA_ADMINISTRATION, seal, parts));
        assertThat(ledger.refusal(Party.DATA_ADMINISTRATION, ledger.activate(Party.DATA_ADMINISTRATION, seal)))
                .isEqualTo("NotThisParty");
        assertThat(ledger.refusal(ledger.stranger, ledger.activate(Party.PLATFORM, seal)))
                .isEqualTo("NotThisParty");
        for (Party party : Party.values()) {
            assertThat(ledger.refusal(party, ledger.move(party, seal, 0))).isEqualTo("NotThisParty");
        }
    }

    @Test
    void everyTransitionSaysWhoFromWhereAndWhy() {
        Digest seal = ledger.activeSeal(application());
        Digest reason = Digest.random();
        TransactionReceipt receipt = ledger.accepted(
                ledger.as(Party.PUBLIC_SECURITY).move(entry(), seal.bytes(), BigInteger.ONE, reason.bytes()));
        assertThat(SealLedger.getSealMovedEvents(receipt)).singleElement().satisfies(event -> {
            assertThat(event.by).isEqualTo(number(Party.PUBLIC_SECURITY));
            assertThat(event.from).isEqualTo(BigInteger.TWO);
            assertThat(event.to).isEqualTo(BigInteger.valueOf(3));
            assertThat(event.reason).isEqualTo(reason.bytes());
        });
    }

    // Idempotency.

    @Test
    void theSameEntryAgainChangesNothingAndSaysSo() {
        ApplicationCommitment parts = application();
        byte[] entry = entry();
        byte[] reason = Digest.random().bytes();
        SealLedger bureau = ledger.as(Party.MARKET_SUPERVISION);
        for (int i = 0; i < 2; i++) {
            TransactionReceipt receipt = ledger.accepted(bureau.decide(
                    entry,
                    BigInteger.ZERO,
                    parts.application().bytes(),
                    parts.digest().bytes(),
                    BigInteger.ONE,
                    reason));
            assertThat(SealLedger.getApplicationDecidedEvents(receipt)).hasSize(1 - i);
            assertThat(SealLedger.getEntryRepeatedEvents(receipt)).hasSize(i);
        }
    }

    @Test
    void anotherFactUnderAUsedEntryReverts() {
        byte[] entry = entry();
        ApplicationCommitment parts = application();
        SealLedger bureau = ledger.as(Party.MARKET_SUPERVISION);
        ledger.accepted(bureau.decide(
                entry,
                BigInteger.ZERO,
                parts.application().bytes(),
                parts.digest().bytes(),
                BigInteger.ONE,
                Digest.random().bytes()));
        assertThat(ledger.refusal(
                        Party.MARKET_SUPERVISION,
                        bureau.decide(
                                entry,
                                BigInteger.ZERO,
                                parts.application().bytes(),
                                parts.digest().bytes(),
                                BigInteger.TWO,
                                Digest.random().bytes())))
                .isEqualTo("EntryTaken");
    }
}
