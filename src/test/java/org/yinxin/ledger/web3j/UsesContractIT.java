package org.yinxin.ledger.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.ledger.web3j.ContractHarness.ACCEPTED;
import static org.yinxin.ledger.web3j.ContractHarness.LATER;
import static org.yinxin.ledger.web3j.ContractHarness.application;
import static org.yinxin.ledger.web3j.ContractHarness.entry;
import static org.yinxin.ledger.web3j.ContractHarness.refusals;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.yinxin.ledger.ApplicationCommitment;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.LedgerEntry.Action;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.authority.BookHead;
import org.yinxin.ledger.authority.HolderCheck;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.ledger.authority.SignedUse;
import org.yinxin.ledger.authority.SoftKey;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.ledger.web3j.contract.SealLedger;
import org.yinxin.shared.Digest;

/** A use is recorded on the signature of its mandate's holder and on nothing else, with its number in the book. */
class UsesContractIT {

    private static final String ORIGIN = "https://seal.example.cn";

    private static ContractHarness ledger;

    @BeforeAll
    static void start(@TempDir Path folder) {
        ledger = new ContractHarness(folder);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void onlyThePlatformBringsUses() {
        Digest seal = ledger.activeSeal(application());
        for (Party party : Party.values()) {
            assertThat(ledger.refusal(party, ledger.as(party).recordUses(List.of(Requests.of(ledger.use(seal))))))
                    .isEqualTo(party == Party.PLATFORM ? ACCEPTED : "NotThisParty");
        }
    }

    /** Whoever holds every key of the server can still use nobody's seal. */
    @Test
    void theServersOwnKeysRecordNoUse() {
        Digest seal = ledger.activeSeal(application());
        Digest root = ledger.root(seal);
        LedgerEntry.Use genuine = ledger.use(seal);
        Digest zero = KindTree.EVERY_KIND;
        HolderSignature nothing = new HolderSignature(zero, zero, null, null);
        SoftKey servers = SoftKey.es256();

        List<LedgerEntry.Use> attempts = List.of(
                with(genuine, new UseAuthority(zero, zero, List.of(), LATER, nothing)),
                with(genuine, new UseAuthority(root, zero, List.of(), LATER, nothing)),
                ledger.use(seal, UUID.randomUUID(), Digest.random(), root, servers),
                ledger.use(seal, UUID.randomUUID(), Digest.random(), Digest.random(), servers),
                // the holder's signature over another use
                with(ledger.use(seal), genuine.authority()),
                // the same use with another file, another purpose, under another entry, of another seal
                new LedgerEntry.Use(
                        genuine.id(),
                        genuine.use(),
                        seal,
                        Digest.random(),
                        genuine.sealed(),
                        genuine.purpose(),
                        genuine.authority()),
                new LedgerEntry.Use(
                        genuine.id(),
                        genuine.use(),
                        seal,
                        genuine.authorised(),
                        genuine.sealed(),
                        Digest.random(),
                        genuine.authority()),
                new LedgerEntry.Use(
                        UUID.randomUUID(),
                        genuine.use(),
                        seal,
                        genuine.authorised(),
                        genuine.sealed(),
                        genuine.purpose(),
                        genuine.authority()),
                // a longer time than the holder allowed
                with(
                        genuine,
                        new UseAuthority(
                                root,
                                zero,
                                List.of(),
                                LATER.plusSeconds(1),
                                genuine.authority().signature())));
        TransactionReceipt receipt = ledger.record(attempts);

        assertThat(refusals(receipt))
                .containsExactly(
                        "MandateUnknown",
                        "SignatureInvalid",
                        "SignatureInvalid",
                        "MandateUnknown",
                        "SignatureInvalid",
                        "SignatureInvalid",
                        "SignatureInvalid",
                        "SignatureInvalid",
                        "SignatureInvalid");
        assertThat(SealLedger.getUseRecordedEvents(receipt)).isEmpty();
        assertThat(SealLedger.getUseRecordedEvents(ledger.record(genuine))).hasSize(1);
    }

    @Test
    void aSignatureServesOnce() {
        Digest seal = ledger.activeSeal(application());
        LedgerEntry.Use use = ledger.use(seal);
        TransactionReceipt twice = ledger.record(use, use);
        assertThat(SealLedger.getUseRecordedEvents(twice)).hasSize(1);
        assertThat(SealLedger.getEntryRepeatedEvents(twice)).hasSize(1);
        LedgerEntry.Use otherFile = new LedgerEntry.Use(
                use.id(), use.use(), seal, use.authorised(), Digest.random(), use.purpose(), use.authority());
        assertThat(refusals(ledger.record(otherFile))).containsExactly("UseRecordedBefore");
    }

    @Test
    void theContractAndTheServerJudgeSignaturesAlike() {
        SoftKey passkey = SoftKey.passkey(ORIGIN);
        Digest seal = ledger.activeSeal(application(Digest.random(), Digest.random(), passkey));
        List<LedgerEntry.Use> uses = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        for (int flags : List.of(0x05, 0x1d, 0x0d, 0x00, 0x01, 0x04, 0x15)) {
            uses.add(signed(seal, act -> passkey.asserted(act, (byte) flags)));
        }
        uses.add(signed(seal, act -> passkey.asserted(Digest.random(), (byte) 0x05)));
        uses.add(signed(seal, act -> {
            HolderSignature signature = passkey.sign(act);
            return new HolderSignature(
                    signature.r(),
                    signature.s(),
                    signature.authenticatorData(),
                    signature.clientDataJson().replace("webauthn.get", "webauthn.create"));
        }));
        uses.add(signed(seal, act -> high(passkey.sign(act))));
        uses.add(signed(seal, act -> SoftKey.es256().sign(act)));
        for (LedgerEntry.Use use : uses) {
            expected.add(HolderCheck.verify(
                    passkey.key(),
                    act(use).digest(ledger.domain()),
                    use.authority().signature()));
        }
        TransactionReceipt receipt = ledger.record(uses);
        List<UUID> recorded = SealLedger.getUseRecordedEvents(receipt).stream()
                .map(event -> EntryIds.read(event.entry))
                .toList();
        assertThat(uses.stream().map(use -> recorded.contains(use.id())).toList())
                .isEqualTo(expected);
        assertThat(expected)
                .startsWith(true, true, true, false, false, false, false)
                .endsWith(false, false, false, false);
        assertThat(refusals(receipt)).containsOnly("SignatureInvalid");
    }

    private static HolderSignature high(HolderSignature signature) {
        BigInteger order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        BigInteger twin =
                order.subtract(BigIntegers.fromUnsignedByteArray(signature.s().bytes()));
        return new HolderSignature(
                signature.r(),
                Digest.of(BigIntegers.asUnsignedByteArray(32, twin)),
                signature.authenticatorData(),
                signature.clientDataJson());
    }

    @Test
    void eachUseGetsItsSealsNextNumberAndTheHashOfTheOneBefore() {
        Digest one = ledger.activeSeal(application());
        Digest other = ledger.activeSeal(application());
        List<LedgerEntry.Use> uses = List.of(ledger.use(one), ledger.use(other), ledger.use(one), ledger.use(one));
        List<SealLedger.UseRecordedEventResponse> events = SealLedger.getUseRecordedEvents(ledger.record(uses));
        assertThat(events).extracting(event -> event.number.intValue()).containsExactly(1, 1, 2, 3);
        Digest head = BookHead.EMPTY;
        for (int i : List.of(0, 2, 3)) {
            assertThat(events.get(i).previous).isEqualTo(head.bytes());
            head = BookHead.after(
                    head, events.get(i).number.longValue(), uses.get(i).fact().digest());
            assertThat(events.get(i).head).isEqualTo(head.bytes());
        }
        assertThat(ledger.read(ledger.as(Party.COURT).sealState(one.bytes())).head)
                .isEqualTo(head.bytes());
    }

    @Test
    void aBadUseIsRefusedByNameAndItsBatchGoesOn() {
        Digest active = ledger.activeSeal(application());
        Digest suspended = ledger.activeSeal(application());
        ledger.accepted(ledger.move(Party.PUBLIC_SECURITY, suspended, Action.SUSPEND));
        UUID activated = UUID.randomUUID();
        ledger.accepted(ledger.activate(activated, ledger.issuedSeal(application())));
        Digest usedBefore = Digest.random();
        TransactionReceipt receipt = ledger.record(
                ledger.use(active, UUID.randomUUID(), usedBefore),
                ledger.use(Digest.random()),
                ledger.use(suspended),
                ledger.use(active, UUID.randomUUID(), usedBefore),
                ledger.use(active, activated, Digest.random()),
                ledger.use(active, UUID.randomUUID(), Digest.random(), ledger.root(suspended), ledger.owner(suspended)),
                ledger.use(
                        active,
                        UUID.randomUUID(),
                        Digest.random(),
                        ledger.root(active),
                        ledger.owner(active),
                        KindTree.EVERY_KIND,
                        List.of(),
                        Instant.ofEpochSecond(1)),
                ledger.use(active));

        assertThat(refusals(receipt))
                .containsExactly(
                        "SealUnknown",
                        "SealNotActive",
                        "UseRecordedBefore",
                        "EntryTaken",
                        "MandateOfAnotherSeal",
                        "AuthorisationExpired");
        assertThat(SealLedger.getUseRecordedEvents(receipt))
                .extracting(event -> event.number.intValue())
                .containsExactly(1, 2);
    }

    @Test
    void aUseOutsideTheSealsPeriodIsRefused() {
        Digest notYet = inPeriod(ContractHarness.FOR_EVER, ContractHarness.FOR_EVER + 1);
        Digest expired = inPeriod(1, 2);
        assertThat(refusals(ledger.record(ledger.use(notYet), ledger.use(expired))))
                .containsExactly("SealNotYetValid", "SealExpired");
        assertThat(ledger.read(ledger.as(Party.COURT).inForce(expired.bytes()))).isFalse();
    }

    private static Digest inPeriod(long from, long to) {
        ApplicationCommitment parts = application();
        Digest seal = Digest.random();
        ledger.approveByAll(parts);
        ledger.accepted(ledger.as(Party.DATA_ADMINISTRATION).issue(entry(), ledger.request(seal, 1, parts, from, to)));
        ledger.accepted(ledger.activate(Party.PLATFORM, seal));
        return seal;
    }

    @Test
    void aFullBatchStaysUnderTheGasThatItMayUse() {
        Digest seal = ledger.activeSeal(application());
        Digest other = ledger.activeSeal(application(Digest.random(), Digest.random(), SoftKey.passkey(ORIGIN)));
        List<LedgerEntry.Use> raw = new ArrayList<>();
        List<LedgerEntry.Use> assertions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            raw.add(ledger.use(seal));
            assertions.add(ledger.use(other));
        }
        assertThat(gasOfEach(raw)).isLessThan(Calls.warmGas(raw.getFirst()));
        assertThat(gasOfEach(assertions)).isLessThan(Calls.warmGas(assertions.getFirst()));
        assertThat(Calls.warmGas(raw.getFirst()) * 200).isLessThan(1L << 24);
    }

    private static long gasOfEach(List<LedgerEntry.Use> uses) {
        TransactionReceipt receipt = ledger.record(uses);
        assertThat(SealLedger.getUseRecordedEvents(receipt)).hasSize(uses.size());
        return receipt.getGasUsed().longValueExact() / uses.size();
    }

    private static LedgerEntry.Use signed(Digest seal, Function<Digest, HolderSignature> signing) {
        LedgerEntry.Use use = ledger.use(seal);
        HolderSignature signature = signing.apply(act(use).digest(ledger.domain()));
        UseAuthority authority = use.authority();
        return with(
                use,
                new UseAuthority(
                        authority.mandate(), authority.kind(), authority.kindProof(), authority.expiry(), signature));
    }

    private static SignedUse act(LedgerEntry.Use use) {
        return new SignedUse(
                use.id(),
                use.seal(),
                use.use(),
                use.authorised(),
                use.purpose(),
                use.authority().mandate(),
                use.authority().kind(),
                use.authority().expiry());
    }

    private static LedgerEntry.Use with(LedgerEntry.Use use, UseAuthority authority) {
        return new LedgerEntry.Use(
                use.id(), use.use(), use.seal(), use.authorised(), use.sealed(), use.purpose(), authority);
    }
}
