package org.yinxin.ledger.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.ledger.web3j.ContractHarness.ACCEPTED;
import static org.yinxin.ledger.web3j.ContractHarness.LATER;
import static org.yinxin.ledger.web3j.ContractHarness.application;
import static org.yinxin.ledger.web3j.ContractHarness.refusals;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.yinxin.ledger.ApplicationCommitment;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.authority.AbiWords;
import org.yinxin.ledger.authority.HolderCheck;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.authority.MandateTerms;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.ledger.authority.SignedMandate;
import org.yinxin.ledger.authority.SignedMark;
import org.yinxin.ledger.authority.SignedUse;
import org.yinxin.ledger.authority.SignedWithdrawal;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.ledger.web3j.contract.SealLedger;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/** What somebody who wants to do harm sends to the contract, and that it harms nobody else. */
class AttackedContractIT {

    private static final String ORIGIN = "https://seal.example.cn";
    private static final byte PRESENT = 0x05;
    private static final Instant FROM = Instant.ofEpochSecond(1);

    private static ContractHarness ledger;

    @BeforeAll
    static void start(@TempDir Path folder) {
        ledger = new ContractHarness(folder);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private record Held(Digest mandate, SoftKey key) {}

    private static Held given(Digest seal, Held above, int limit, Digest kinds, boolean delegable, SoftKey key) {
        Digest mandate = Digest.random();
        MandateTerms terms =
                new MandateTerms(mandate, seal, above.mandate(), key.key(), FROM, LATER, limit, kinds, delegable);
        UUID entry = UUID.randomUUID();
        ledger.accepted(ledger.as(Party.PLATFORM)
                .giveMandate(
                        EntryIds.bytes(entry),
                        Requests.of(terms),
                        Requests.time(LATER),
                        Requests.signature(
                                above.key().sign(new SignedMandate(entry, terms, LATER).digest(ledger.domain())))));
        return new Held(mandate, key);
    }

    private static Held root(Digest seal) {
        return new Held(ledger.root(seal), ledger.owner(seal));
    }

    private static LedgerEntry.Use use(Digest seal, Held held) {
        return ledger.use(seal, UUID.randomUUID(), Digest.random(), held.mandate(), held.key());
    }

    private static LedgerEntry.Use signed(LedgerEntry.Use use, HolderSignature signature) {
        UseAuthority old = use.authority();
        return new LedgerEntry.Use(
                use.id(),
                use.use(),
                use.seal(),
                use.authorised(),
                use.sealed(),
                use.purpose(),
                new UseAuthority(old.mandate(), old.kind(), old.kindProof(), old.expiry(), signature));
    }

    private static SignedUse act(LedgerEntry.Use use) {
        UseAuthority authority = use.authority();
        return new SignedUse(
                use.id(),
                use.seal(),
                use.use(),
                use.authorised(),
                use.purpose(),
                authority.mandate(),
                authority.kind(),
                authority.expiry());
    }

    private static SealLedger.UseRequest with(LedgerEntry.Use use, byte[] signature) {
        SealLedger.UseRequest request = Requests.of(use);
        return new SealLedger.UseRequest(
                request.entry,
                request.seal,
                request.use,
                request.authorised,
                request.sealedRevision,
                request.purpose,
                request.mandate,
                request.kind,
                request.expiry,
                List.of(),
                signature);
    }

    private static TransactionReceipt bring(List<SealLedger.UseRequest> requests) {
        return ledger.accepted(ledger.as(Party.PLATFORM).recordUses(requests));
    }

    /** The dearest uses there are: each the first of its seal, under the deepest mandate, counted, of a limited kind. */
    @Test
    void theDearestUsesStayWithinTheGasThatIsAskedForThem() {
        Salt salt = Salt.random();
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            leaves.add(KindTree.leaf(salt, "KIND-" + i));
        }
        KindTree kinds = KindTree.of(leaves);
        for (boolean passkeys : List.of(false, true)) {
            List<LedgerEntry.Use> uses = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Digest seal = ledger.activeSeal(application());
                Held second = given(seal, root(seal), 0, kinds.root(), true, SoftKey.es256());
                Held third = given(seal, second, 0, kinds.root(), true, SoftKey.es256());
                SoftKey key = passkeys ? SoftKey.passkey(ORIGIN) : SoftKey.es256();
                Held deepest = given(seal, third, 5, kinds.root(), false, key);
                uses.add(ledger.use(
                        seal,
                        UUID.randomUUID(),
                        Digest.random(),
                        deepest.mandate(),
                        deepest.key(),
                        leaves.get(i),
                        kinds.proof(leaves.get(i)),
                        LATER));
            }
            TransactionReceipt receipt = ledger.record(uses);
            assertThat(refusals(receipt)).isEmpty();
            assertThat(receipt.getGasUsed().longValueExact()).isLessThan(Calls.gasOf(uses));
        }
    }

    /** An authenticator of somebody's own making says as much as it likes: others must not pay for it. */
    @Test
    void assertionsAsLongAsTheyMayBeStayWithinTheGasThatIsAskedForThem() {
        SoftKey passkey = SoftKey.passkey(ORIGIN);
        Digest seal = ledger.activeSeal(application(Digest.random(), Digest.random(), passkey));
        List<LedgerEntry.Use> uses = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            LedgerEntry.Use use = ledger.use(seal);
            uses.add(signed(use, passkey.asserted(act(use).digest(ledger.domain()), PRESENT, saying(3_600))));
        }
        TransactionReceipt receipt = ledger.record(uses);
        assertThat(SealLedger.getUseRecordedEvents(receipt)).hasSize(uses.size());
        assertThat(receipt.getGasUsed().longValueExact()).isLessThan(Calls.gasOf(uses));
    }

    @Test
    void aLongerAssertionIsNoneForTheContractAndForTheServer() {
        SoftKey passkey = SoftKey.passkey(ORIGIN);
        Digest seal = ledger.activeSeal(application(Digest.random(), Digest.random(), passkey));
        for (int more : List.of(3_600, 3_650, 3_700, 3_750, 20_000)) {
            LedgerEntry.Use use = ledger.use(seal);
            Digest act = act(use).digest(ledger.domain());
            HolderSignature signature = passkey.asserted(act, PRESENT, saying(more));
            boolean recorded = refusals(ledger.record(signed(use, signature))).isEmpty();
            assertThat(recorded).isEqualTo(HolderCheck.verify(passkey.key(), act, signature));
            assertThat(recorded).isEqualTo(Requests.signature(signature).length <= 4096);
        }
    }

    private static String saying(int much) {
        return ",\"more\":\"" + "x".repeat(much) + "\"";
    }

    /** Whatever stands where a signature should: it is refused by name, and the last of the batch is recorded. */
    @Test
    void garbageInPlaceOfASignatureHarmsNobodyElse() {
        SoftKey passkey = SoftKey.passkey(ORIGIN);
        Digest asserted = ledger.activeSeal(application(Digest.random(), Digest.random(), passkey));
        Digest raw = ledger.activeSeal(application());
        List<SealLedger.UseRequest> requests = new ArrayList<>();
        for (byte[] garbage :
                garbage(Requests.signature(ledger.use(asserted).authority().signature()))) {
            requests.add(with(ledger.use(asserted), garbage));
            requests.add(with(ledger.use(raw), garbage));
        }
        int attempts = requests.size();
        requests.add(Requests.of(ledger.use(raw)));
        requests.add(Requests.of(ledger.use(asserted)));
        TransactionReceipt receipt = bring(requests);
        assertThat(refusals(receipt)).hasSize(attempts).containsOnly("SignatureInvalid");
        assertThat(SealLedger.getUseRecordedEvents(receipt)).hasSize(2);
    }

    /** @param genuine an assertion for another act */
    private static List<byte[]> garbage(byte[] genuine) {
        List<byte[]> garbage = new ArrayList<>();
        for (int length : List.of(0, 1, 63, 64, 65, 191, 192, 193, 256, 4096, 4097)) {
            garbage.add(new byte[length]);
            garbage.add(filled(length, 0xff));
        }
        for (int word = 0; word < 6; word++) {
            for (byte[] value : List.of(
                    new byte[32],
                    filled(32, 0xff),
                    word(-20),
                    word(-1),
                    word(0x20),
                    word(genuine.length - 32L),
                    word(genuine.length - 31L),
                    word(genuine.length))) {
                byte[] changed = genuine.clone();
                System.arraycopy(value, 0, changed, word * 32, 32);
                garbage.add(changed);
            }
        }
        for (int cut : List.of(1, 32, 64, 100)) {
            garbage.add(Arrays.copyOf(genuine, genuine.length - cut));
        }
        return garbage;
    }

    private static byte[] word(long value) {
        byte[] word = filled(32, value < 0 ? 0xff : 0);
        ByteBuffer.wrap(word).putLong(24, value);
        return word;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void aSignatureCountsForThisContractOnThisChainAndForWhatItSaysOnly() {
        Digest seal = ledger.activeSeal(application());
        Held keeper = given(seal, root(seal), 0, KindTree.EVERY_KIND, true, SoftKey.es256());
        LedgerDomain here = ledger.domain();
        List<LedgerEntry.Use> uses = new ArrayList<>();
        for (LedgerDomain elsewhere : List.of(
                new LedgerDomain(here.chainId() + 1, here.contract()),
                new LedgerDomain(here.chainId(), "0x" + "11".repeat(20)))) {
            LedgerEntry.Use use = use(seal, keeper);
            uses.add(signed(use, keeper.key().sign(act(use).digest(elsewhere))));
        }
        LedgerEntry.Use use = use(seal, keeper);
        uses.add(signed(
                use,
                keeper.key()
                        .sign(new SignedWithdrawal(use.id(), keeper.mandate(), keeper.mandate(), use.purpose(), LATER)
                                .digest(here))));
        assertThat(refusals(ledger.record(uses)))
                .containsExactly("SignatureInvalid", "SignatureInvalid", "SignatureInvalid");
        assertThat(refusals(ledger.record(use))).isEmpty();
    }

    @Test
    void aKeyThatIsNoPointOfTheCurveHoldsNothing() {
        Digest seal = ledger.activeSeal(application());
        SealLedger.HolderKey good = ContractHarness.key(SoftKey.es256().key());
        byte[] moved = good.y.clone();
        moved[31] ^= 1;
        List<SealLedger.HolderKey> bad = List.of(
                new SealLedger.HolderKey(BigInteger.ZERO, good.x, good.y),
                new SealLedger.HolderKey(BigInteger.ONE, new byte[32], new byte[32]),
                new SealLedger.HolderKey(BigInteger.ONE, good.x, moved),
                new SealLedger.HolderKey(BigInteger.TWO, filled(32, 0xff), filled(32, 0xff)));
        for (SealLedger.HolderKey key : bad) {
            SealLedger.MandateTerms terms = new SealLedger.MandateTerms(
                    Digest.random().bytes(),
                    seal.bytes(),
                    ledger.root(seal).bytes(),
                    key,
                    Requests.time(FROM),
                    Requests.time(LATER),
                    BigInteger.ZERO,
                    KindTree.EVERY_KIND.bytes(),
                    false);
            assertThat(ledger.refusal(
                            Party.PLATFORM,
                            ledger.as(Party.PLATFORM)
                                    .giveMandate(ContractHarness.entry(), terms, Requests.time(LATER), new byte[64])))
                    .isEqualTo("KeyNotValid");
        }
    }

    @Test
    void aMandateStandsUnderNoneThatIsNotThere() {
        Digest seal = ledger.activeSeal(application());
        Digest own = Digest.random();
        for (Digest above : List.of(own, Digest.random(), KindTree.EVERY_KIND)) {
            MandateTerms terms = new MandateTerms(
                    own, seal, above, SoftKey.es256().key(), FROM, LATER, 0, KindTree.EVERY_KIND, true);
            assertThat(ledger.refusal(
                            Party.PLATFORM,
                            ledger.as(Party.PLATFORM)
                                    .giveMandate(
                                            ContractHarness.entry(),
                                            Requests.of(terms),
                                            Requests.time(LATER),
                                            new byte[64])))
                    .isEqualTo("MandateNotStanding");
        }
    }

    /** Nobody, with all the keys of three bureaus and the court, uses up an entry that the platform is about to use. */
    @Test
    void aPartyUsesUpNoEntryOfAnothers() {
        Digest seal = ledger.activeSeal(application());
        LedgerEntry.Use use = ledger.use(seal);
        byte[] entry = EntryIds.bytes(use.id());
        for (Party party : List.of(Party.MARKET_SUPERVISION, Party.PUBLIC_SECURITY)) {
            ledger.accepted(ledger.as(party)
                    .decide(
                            entry,
                            ContractHarness.number(party),
                            Digest.random().bytes(),
                            Digest.random().bytes(),
                            BigInteger.ONE,
                            Digest.random().bytes()));
        }
        assertThat(refusals(ledger.record(use))).isEmpty();
    }

    /** A holder of a mandate for some kinds finds no other leaf in their tree than those. */
    @Test
    void whatStandsAboveTheKindsIsNoKind() {
        Digest seal = ledger.activeSeal(application());
        Salt salt = Salt.random();
        KindTree four = KindTree.of(List.of(
                KindTree.leaf(salt, "A"),
                KindTree.leaf(salt, "B"),
                KindTree.leaf(salt, "C"),
                KindTree.leaf(salt, "D")));
        Held held = given(seal, root(seal), 0, four.root(), false, SoftKey.es256());
        List<Digest> path = four.proof(KindTree.leaf(salt, "A"));
        Digest inner = new AbiWords().bytes32(path.getFirst()).keccak();
        List<LedgerEntry.Use> uses = new ArrayList<>();
        uses.add(of(seal, held, four.root(), List.of()));
        uses.add(of(seal, held, inner, path.subList(1, 2)));
        uses.add(of(seal, held, path.getFirst(), List.of(KindTree.leaf(salt, "A"), path.getLast())));
        uses.add(of(seal, held, KindTree.EVERY_KIND, List.of()));
        assertThat(refusals(ledger.record(uses))).hasSize(uses.size()).containsOnly("KindNotAllowed");
        assertThat(refusals(ledger.record(of(seal, held, KindTree.leaf(salt, "A"), path))))
                .isEmpty();
    }

    private static LedgerEntry.Use of(Digest seal, Held held, Digest kind, List<Digest> path) {
        return ledger.use(seal, UUID.randomUUID(), Digest.random(), held.mandate(), held.key(), kind, path, LATER);
    }

    /** Zero stands for "no seal" where the contract looks for an enterprise's other one. */
    @Test
    void noSealIsCalledZero() {
        ApplicationCommitment parts = application();
        Digest nothing = KindTree.EVERY_KIND;
        ledger.approveByAll(parts);
        assertThat(ledger.refusal(Party.DATA_ADMINISTRATION, ledger.issue(Party.DATA_ADMINISTRATION, nothing, parts)))
                .isEqualTo("SealKnown");
        assertThat(ledger.refusal(
                        Party.DATA_ADMINISTRATION,
                        ledger.renew(
                                Party.DATA_ADMINISTRATION,
                                nothing,
                                ledger.activeSeal(application()),
                                2,
                                ContractHarness.FOR_EVER + 1)))
                .isEqualTo("SealKnown");
    }

    @Test
    void whatWasSignedForAShortTimeIsNotTakenAfterIt() {
        Digest seal = ledger.activeSeal(application());
        Held held = given(seal, root(seal), 0, KindTree.EVERY_KIND, false, SoftKey.es256());
        Instant past = Instant.ofEpochSecond(1_700_000_000);
        UUID entry = UUID.randomUUID();
        Digest reason = Digest.random();
        byte[] signature = Requests.signature(held.key()
                .sign(new SignedWithdrawal(entry, held.mandate(), held.mandate(), reason, past)
                        .digest(ledger.domain())));
        for (Instant told : List.of(past, LATER)) {
            assertThat(ledger.refusal(
                            Party.PLATFORM,
                            ledger.as(Party.PLATFORM)
                                    .withdrawMandate(
                                            EntryIds.bytes(entry),
                                            held.mandate().bytes(),
                                            held.mandate().bytes(),
                                            reason.bytes(),
                                            Requests.time(told),
                                            signature)))
                    .isEqualTo(told.equals(past) ? "ActExpired" : "SignatureNotValid");
        }
    }

    /** A word on one use says nothing of another, and nothing twice. */
    @Test
    void aMarksSignatureServesOnceAndForOneUse() {
        Digest seal = ledger.activeSeal(application());
        Digest other = ledger.activeSeal(application());
        LedgerEntry.Use use = ledger.use(seal);
        LedgerEntry.Use another = ledger.use(seal);
        ledger.record(use, another);
        UUID entry = UUID.randomUUID();
        Digest reason = Digest.random();
        SignedMark act = new SignedMark(entry, seal, use.use(), MarkKind.DISPUTE, reason, ledger.root(seal), LATER);
        byte[] signature = Requests.signature(ledger.owner(seal).sign(act.digest(ledger.domain())));
        SealLedger.MarkRequest request = marking(seal, MarkKind.DISPUTE, reason, signature);

        assertThat(mark(entry, request, another)).isEqualTo("SignatureNotValid");
        assertThat(mark(UUID.randomUUID(), request, use)).isEqualTo("SignatureNotValid");
        assertThat(mark(entry, marking(seal, MarkKind.VOID, reason, signature), use))
                .isEqualTo("SignatureNotValid");
        assertThat(mark(entry, marking(other, MarkKind.DISPUTE, reason, signature), use))
                .isNotEqualTo(ACCEPTED);
        ledger.accepted(ledger.as(Party.PLATFORM).mark(EntryIds.bytes(entry), request, Requests.of(use.fact())));
        TransactionReceipt again = ledger.accepted(
                ledger.as(Party.PLATFORM).mark(EntryIds.bytes(entry), request, Requests.of(use.fact())));
        assertThat(SealLedger.getEntryRepeatedEvents(again)).hasSize(1);
        assertThat(SealLedger.getUseMarkedEvents(again)).isEmpty();
        assertThat(mark(entry, request, another)).isEqualTo("EntryTaken");
    }

    private static SealLedger.MarkRequest marking(Digest seal, MarkKind mark, Digest reason, byte[] signature) {
        return new SealLedger.MarkRequest(
                seal.bytes(),
                BigInteger.valueOf(mark.ordinal()),
                reason.bytes(),
                ledger.root(seal).bytes(),
                Requests.time(LATER),
                signature);
    }

    private static String mark(UUID entry, SealLedger.MarkRequest request, LedgerEntry.Use use) {
        return ledger.refusal(
                Party.PLATFORM,
                ledger.as(Party.PLATFORM).mark(EntryIds.bytes(entry), request, Requests.of(use.fact())));
    }

    /** Its count is what it is, also for uses of one batch. */
    @Test
    void aMandateForOneUseAllowsOne() {
        Digest seal = ledger.activeSeal(application());
        Held once = given(seal, root(seal), 1, KindTree.EVERY_KIND, false, SoftKey.es256());
        TransactionReceipt receipt = ledger.record(use(seal, once), use(seal, once), use(seal, once));
        assertThat(SealLedger.getUseRecordedEvents(receipt)).hasSize(1);
        assertThat(refusals(receipt)).containsExactly("MandateExhausted", "MandateExhausted");
    }
}
