package org.yinxin.ledger.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.ledger.web3j.ContractHarness.ACCEPTED;
import static org.yinxin.ledger.web3j.ContractHarness.LATER;
import static org.yinxin.ledger.web3j.ContractHarness.application;
import static org.yinxin.ledger.web3j.ContractHarness.refusals;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.yinxin.ledger.KeyReplacementCommitment;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.LedgerEntry.Action;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.authority.BookHead;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.ledger.authority.MandateTerms;
import org.yinxin.ledger.authority.MarkFact;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.ledger.authority.SignedMandate;
import org.yinxin.ledger.authority.SignedMark;
import org.yinxin.ledger.authority.SignedWithdrawal;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.ledger.web3j.contract.SealLedger;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/** Mandates are given and withdrawn by the keys above them, the root by three bureaus, and hold no more than that. */
class MandatesContractIT {

    private static final Instant FROM = Instant.ofEpochSecond(1);
    private static final Digest ANY = KindTree.EVERY_KIND;

    private static ContractHarness ledger;

    @BeforeAll
    static void start(@TempDir Path folder) {
        ledger = new ContractHarness(folder);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    /** A mandate and the key that proves it. */
    private record Held(Digest mandate, SoftKey key, MandateTerms terms) {}

    private static Held wanted(Digest seal, Digest above, int limit, Digest kinds, boolean delegable) {
        SoftKey key = SoftKey.es256();
        Digest mandate = Digest.random();
        return new Held(
                mandate, key, new MandateTerms(mandate, seal, above, key.key(), FROM, LATER, limit, kinds, delegable));
    }

    private static RemoteFunctionCall<TransactionReceipt> give(Held held, SoftKey signer) {
        UUID entry = UUID.randomUUID();
        SignedMandate act = new SignedMandate(entry, held.terms(), LATER);
        return ledger.as(Party.PLATFORM)
                .giveMandate(
                        EntryIds.bytes(entry),
                        Requests.of(held.terms()),
                        Requests.time(LATER),
                        Requests.signature(signer.sign(act.digest(ledger.domain()))));
    }

    private static Held given(Digest seal, Digest above, SoftKey signer) {
        Held held = wanted(seal, above, 0, ANY, true);
        ledger.accepted(give(held, signer));
        return held;
    }

    private static RemoteFunctionCall<TransactionReceipt> withdraw(Digest mandate, Digest by, SoftKey signer) {
        UUID entry = UUID.randomUUID();
        Digest reason = Digest.random();
        SignedWithdrawal act = new SignedWithdrawal(entry, mandate, by, reason, LATER);
        return ledger.as(Party.PLATFORM)
                .withdrawMandate(
                        EntryIds.bytes(entry),
                        mandate.bytes(),
                        by.bytes(),
                        reason.bytes(),
                        Requests.time(LATER),
                        Requests.signature(signer.sign(act.digest(ledger.domain()))));
    }

    private static String refusal(RemoteFunctionCall<TransactionReceipt> call) {
        return ledger.refusal(Party.PLATFORM, call);
    }

    private static LedgerEntry.Use use(Digest seal, Held held) {
        return ledger.use(seal, UUID.randomUUID(), Digest.random(), held.mandate(), held.key());
    }

    private static boolean recorded(LedgerEntry.Use use) {
        return refusals(ledger.record(use)).isEmpty();
    }

    @Test
    void aMandateIsGivenByTheKeyAboveItOnly() {
        Digest seal = ledger.activeSeal(application());
        Held wanted = wanted(seal, ledger.root(seal), 0, ANY, false);
        assertThat(refusal(give(wanted, wanted.key()))).isEqualTo("SignatureNotValid");
        assertThat(refusal(give(wanted, SoftKey.es256()))).isEqualTo("SignatureNotValid");
        assertThat(recorded(use(seal, wanted))).isFalse();
        ledger.accepted(give(wanted, ledger.owner(seal)));
        assertThat(recorded(use(seal, wanted))).isTrue();
        assertThat(refusal(give(wanted, ledger.owner(seal)))).isEqualTo("MandateKnown");
    }

    @Test
    void aMandateIsForItsOwnersSealsOnly() {
        Digest seal = ledger.activeSeal(application());
        Digest other = ledger.activeSeal(application());
        assertThat(refusal(give(wanted(other, ledger.root(seal), 0, ANY, false), ledger.owner(seal))))
                .isEqualTo("MandateNotStanding");
        Held held = given(seal, ledger.root(seal), ledger.owner(seal));
        assertThat(refusals(ledger.record(use(other, held)))).containsExactly("MandateOfAnotherSeal");
    }

    @Test
    void nobodyGivesMoreThanHeHas() {
        Digest seal = ledger.activeSeal(application());
        Digest kinds = Digest.random();
        Held keeper = wanted(seal, ledger.root(seal), 0, kinds, true);
        Held handler = wanted(seal, ledger.root(seal), 0, ANY, false);
        ledger.accepted(give(keeper, ledger.owner(seal)));
        ledger.accepted(give(handler, ledger.owner(seal)));

        MandateTerms fits = wanted(seal, keeper.mandate(), 3, kinds, false).terms();
        assertThat(refusal(give(new Held(fits.mandate(), keeper.key(), fits), keeper.key())))
                .isEqualTo(ACCEPTED);
        for (MandateTerms wide : List.of(
                wanted(seal, keeper.mandate(), 0, ANY, false).terms(),
                wanted(seal, keeper.mandate(), 0, Digest.random(), false).terms(),
                wanted(seal, keeper.mandate(), 5, kinds, true).terms(),
                within(fits, FROM.minusSeconds(1), LATER),
                within(fits, FROM, LATER.plusSeconds(1)),
                within(fits, LATER, LATER))) {
            assertThat(refusal(give(new Held(wide.mandate(), keeper.key(), wide), keeper.key())))
                    .as("%s", wide)
                    .isEqualTo("MandateTooWide");
        }
        assertThat(refusal(give(wanted(seal, handler.mandate(), 0, ANY, false), handler.key())))
                .isEqualTo("MandateTooWide");
    }

    private static MandateTerms within(MandateTerms terms, Instant from, Instant to) {
        return new MandateTerms(
                terms.mandate(),
                terms.seal(),
                terms.above(),
                terms.key(),
                from,
                to,
                terms.limit(),
                terms.kinds(),
                terms.delegable());
    }

    @Test
    void mandatesReachFourDeepAndFallWithAnyAboveThem() {
        Digest seal = ledger.activeSeal(application());
        Held keeper = given(seal, ledger.root(seal), ledger.owner(seal));
        Held second = given(seal, keeper.mandate(), keeper.key());
        Held third = given(seal, second.mandate(), second.key());
        assertThat(refusal(give(wanted(seal, third.mandate(), 0, ANY, false), third.key())))
                .isEqualTo("MandateTooWide");
        assertThat(recorded(use(seal, third))).isTrue();

        assertThat(refusal(withdraw(second.mandate(), third.mandate(), third.key())))
                .isEqualTo("NotAbove");
        assertThat(refusal(withdraw(second.mandate(), keeper.mandate(), third.key())))
                .isEqualTo("SignatureNotValid");
        ledger.accepted(withdraw(second.mandate(), keeper.mandate(), keeper.key()));
        assertThat(refusals(ledger.record(use(seal, third), use(seal, second), use(seal, keeper))))
                .containsExactly("MandateNotInForce", "MandateNotInForce");
        assertThat(refusal(withdraw(second.mandate(), keeper.mandate(), keeper.key())))
                .isEqualTo("MandateNotStanding");
        assertThat(refusal(give(wanted(seal, second.mandate(), 0, ANY, false), second.key())))
                .isEqualTo("MandateNotStanding");
    }

    @Test
    void aHolderMayGiveUpAMandateAndNobodyTheRoot() {
        Digest seal = ledger.activeSeal(application());
        Held held = given(seal, ledger.root(seal), ledger.owner(seal));
        ledger.accepted(withdraw(held.mandate(), held.mandate(), held.key()));
        assertThat(recorded(use(seal, held))).isFalse();
        assertThat(refusal(withdraw(ledger.root(seal), ledger.root(seal), ledger.owner(seal))))
                .isEqualTo("MandateNotStanding");
    }

    @Test
    void countAndPeriodAndKindsHold() {
        Digest seal = ledger.activeSeal(application());
        Salt salt = Salt.random();
        Digest contract = KindTree.leaf(salt, "CONTRACT");
        Digest invoice = KindTree.leaf(salt, "INVOICE");
        Digest letter = KindTree.leaf(salt, "LETTER");
        KindTree kinds = KindTree.of(List.of(contract, invoice));
        Held held = wanted(seal, ledger.root(seal), 2, kinds.root(), false);
        ledger.accepted(give(held, ledger.owner(seal)));
        Held future = wanted(seal, ledger.root(seal), 0, ANY, false);
        MandateTerms later = within(future.terms(), LATER.minusSeconds(1), LATER);
        future = new Held(later.mandate(), future.key(), later);
        ledger.accepted(give(future, ledger.owner(seal)));

        assertThat(refusals(ledger.record(
                        of(seal, held, letter, kinds.proof(invoice)),
                        of(seal, held, contract, kinds.proof(invoice)),
                        of(seal, held, contract, List.of()),
                        of(seal, held, contract, kinds.proof(contract)),
                        use(seal, future),
                        of(seal, held, invoice, kinds.proof(invoice)),
                        of(seal, held, invoice, kinds.proof(invoice)))))
                .containsExactly(
                        "KindNotAllowed", "KindNotAllowed", "KindNotAllowed", "MandateNotInForce", "MandateExhausted");
    }

    private static LedgerEntry.Use of(Digest seal, Held held, Digest kind, List<Digest> proof) {
        return ledger.use(seal, UUID.randomUUID(), Digest.random(), held.mandate(), held.key(), kind, proof, LATER);
    }

    @Test
    void threeBureausPutANewKeyInThePlaceOfALostOne() {
        Digest seal = ledger.activeSeal(application());
        Held below = given(seal, ledger.root(seal), ledger.owner(seal));
        Digest oldRoot = ledger.root(seal);
        SoftKey oldKey = ledger.owner(seal);
        SoftKey key = SoftKey.es256();
        Digest root = Digest.random();
        KeyReplacementCommitment parts =
                new KeyReplacementCommitment(Digest.random(), seal, Digest.random(), key.key());
        LedgerEntry.KeyReplacement entry =
                new LedgerEntry.KeyReplacement(UUID.randomUUID(), UUID.randomUUID(), parts, root);
        SealLedger office = ledger.as(Party.DATA_ADMINISTRATION);

        approve(Party.MARKET_SUPERVISION, parts);
        approve(Party.PUBLIC_SECURITY, parts);
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION, office.replaceRoot(EntryIds.bytes(entry.id()), Requests.of(entry))))
                .isEqualTo("ApprovalMissing");
        approve(Party.DATA_ADMINISTRATION, parts);
        assertThat(ledger.refusal(
                        Party.PLATFORM,
                        ledger.as(Party.PLATFORM).replaceRoot(EntryIds.bytes(entry.id()), Requests.of(entry))))
                .isEqualTo("NotThisParty");
        ledger.accepted(office.replaceRoot(EntryIds.bytes(entry.id()), Requests.of(entry)));

        ledger.replaced(seal, root, key);
        assertThat(refusals(ledger.record(
                        ledger.use(seal, UUID.randomUUID(), Digest.random(), oldRoot, oldKey),
                        use(seal, below),
                        ledger.use(seal))))
                .containsExactly("MandateNotInForce", "MandateNotInForce");
        assertThat(refusal(give(wanted(seal, oldRoot, 0, ANY, false), oldKey))).isEqualTo("MandateNotStanding");
    }

    private static void approve(Party bureau, KeyReplacementCommitment parts) {
        ledger.accepted(ledger.as(bureau)
                .decide(
                        ContractHarness.entry(),
                        ContractHarness.number(bureau),
                        parts.application().bytes(),
                        parts.digest().bytes(),
                        BigInteger.ONE,
                        Digest.random().bytes()));
    }

    @Test
    void mandatesGoOnUnderARenewedSeal() {
        Digest seal = ledger.activeSeal(application());
        Held held = given(seal, ledger.root(seal), ledger.owner(seal));
        Digest newer = Digest.random();
        ledger.accepted(ledger.renew(Party.DATA_ADMINISTRATION, newer, seal, 2, ContractHarness.FOR_EVER + 1));
        assertThat(recorded(use(newer, held))).isTrue();
    }

    @Test
    void anActivationNeedsTheOwnersKey() {
        Digest seal = Digest.random();
        var parts = application();
        ledger.approveByAll(parts);
        ledger.accepted(ledger.issue(Party.DATA_ADMINISTRATION, seal, parts));
        assertThat(ledger.refusal(Party.PLATFORM, ledger.activate(Party.PLATFORM, seal, SoftKey.es256())))
                .isEqualTo("SignatureNotValid");
        assertThat(ledger.refusal(Party.PLATFORM, ledger.activate(Party.PLATFORM, seal, ledger.owner(seal))))
                .isEqualTo(ACCEPTED);
    }

    @Test
    void aUseIsDeclaredVoidByThoseAboveItAndKeepsItsNumber() {
        Digest seal = ledger.activeSeal(application());
        Held handler = given(seal, ledger.root(seal), ledger.owner(seal));
        Held other = given(seal, ledger.root(seal), ledger.owner(seal));
        LedgerEntry.Use use = use(seal, handler);
        ledger.record(use);
        Digest head = Digest.of(ledger.read(ledger.as(Party.COURT).sealState(seal.bytes())).head);

        assertThat(refusal(mark(seal, use, MarkKind.VOID, other.mandate(), other.key())))
                .isEqualTo("NotAbove");
        assertThat(refusal(mark(seal, use, MarkKind.VOID, handler.mandate(), other.key())))
                .isEqualTo("SignatureNotValid");
        assertThat(refusal(mark(seal, ledger.use(seal), MarkKind.VOID, ledger.root(seal), ledger.owner(seal))))
                .isEqualTo("UseNotInBook");
        TransactionReceipt receipt = ledger.accepted(mark(seal, use, MarkKind.VOID, handler.mandate(), handler.key()));
        assertThat(SealLedger.getUseMarkedEvents(receipt)).singleElement().satisfies(event -> {
            MarkFact fact = new MarkFact(
                    EntryIds.read(event.entry),
                    seal,
                    use.use(),
                    MarkKind.VOID,
                    Digest.of(event.reason),
                    Party.PLATFORM.ordinal(),
                    handler.mandate());
            assertThat(event.number).isEqualTo(2);
            assertThat(event.head)
                    .isEqualTo(BookHead.after(head, 2, fact.digest()).bytes());
        });
        assertThat(refusal(mark(seal, use, MarkKind.DISPUTE, ledger.root(seal), ledger.owner(seal))))
                .isEqualTo("UseVoid");
    }

    @Test
    void aMandateBetweenTheRootAndTheUsesOwnSpeaksOfItWhileItStands() {
        Digest seal = ledger.activeSeal(application());
        Held keeper = given(seal, ledger.root(seal), ledger.owner(seal));
        Held beside = given(seal, ledger.root(seal), ledger.owner(seal));
        Held handler = given(seal, keeper.mandate(), keeper.key());
        Held below = given(seal, handler.mandate(), handler.key());
        LedgerEntry.Use use = use(seal, handler);
        ledger.record(use);
        assertThat(words(use)).containsExactly(false, 0L);

        for (Held stranger : List.of(beside, below)) {
            assertThat(refusal(mark(seal, use, MarkKind.DISPUTE, stranger.mandate(), stranger.key())))
                    .isEqualTo("NotAbove");
        }
        assertThat(refusal(mark(seal, use, MarkKind.DISPUTE, keeper.mandate(), handler.key())))
                .isEqualTo("SignatureNotValid");
        ledger.accepted(mark(seal, use, MarkKind.DISPUTE, keeper.mandate(), keeper.key()));
        assertThat(words(use)).containsExactly(false, 1L);
        ledger.accepted(withdraw(keeper.mandate(), ledger.root(seal), ledger.owner(seal)));
        assertThat(refusal(mark(seal, use, MarkKind.VOID, keeper.mandate(), keeper.key())))
                .isEqualTo("MandateNotStanding");
        assertThat(refusal(mark(seal, use, MarkKind.VOID, handler.mandate(), handler.key())))
                .as("it fell with the one above")
                .isEqualTo("MandateNotStanding");
        ledger.accepted(mark(seal, use, MarkKind.VOID, ledger.root(seal), ledger.owner(seal)));
        assertThat(words(use)).containsExactly(true, 1L);
    }

    /** Whether it was declared void, and how often disputed, as anyone may ask the contract. */
    private static List<Object> words(LedgerEntry.Use use) {
        var words = ledger.read(ledger.as(Party.COURT).wordsOn(use.use().bytes()));
        return List.of(words.component1(), words.component2().longValueExact());
    }

    @Test
    void bureausAndTheCourtDisputeWithTheirOwnAccounts() {
        Digest seal = ledger.activeSeal(application());
        LedgerEntry.Use use = ledger.use(seal);
        ledger.record(use);
        ledger.accepted(ledger.move(Party.PUBLIC_SECURITY, seal, Action.REVOKE));
        for (Party party : Party.values()) {
            assertThat(ledger.refusal(
                            party,
                            ledger.as(party)
                                    .dispute(
                                            ContractHarness.entry(),
                                            seal.bytes(),
                                            Digest.random().bytes(),
                                            Requests.of(use.fact()))))
                    .isEqualTo(party == Party.PLATFORM ? "NotThisParty" : ACCEPTED);
        }
    }

    private static RemoteFunctionCall<TransactionReceipt> mark(
            Digest seal, LedgerEntry.Use use, MarkKind kind, Digest mandate, SoftKey signer) {
        UUID entry = UUID.randomUUID();
        Digest reason = Digest.random();
        SignedMark act = new SignedMark(entry, seal, use.use(), kind, reason, mandate, LATER);
        HolderAuthority authority = new HolderAuthority(mandate, LATER, signer.sign(act.digest(ledger.domain())));
        LedgerEntry.UseMark mark =
                new LedgerEntry.UseMark(entry, seal, kind, reason, Party.PLATFORM, authority, use.fact());
        return ledger.as(Party.PLATFORM)
                .mark(EntryIds.bytes(entry), Requests.of(mark, authority), Requests.of(mark.of()));
    }
}
