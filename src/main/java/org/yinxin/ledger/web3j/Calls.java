package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.Utils;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.generated.StaticArray5;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.protocol.http.HttpService;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.authority.HolderAuthority;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.ledger.web3j.contract.SealLedger;

/** Entries in the contract's language, with the gas that they may need. */
final class Calls {

    private static final long PER_BATCH = 100_000;

    /** The first use of a seal in a batch reads and writes what the others find warm (EIP-2929); so with its mandate. */
    private static final long PER_SEAL = 35_000;

    private static final long PER_MANDATE = 35_000;
    private static final long PER_USE = 60_000;
    private static final long PER_BYTE_OF_ASSERTION = 60;
    private static final String NOBODY = "0x0000000000000000000000000000000000000000";

    /** The generated wrapper only encodes here; it never speaks with a node. */
    private static final SealLedger LANGUAGE = SealLedger.load(
            NOBODY,
            Web3j.build(new HttpService("http://nowhere.invalid")),
            new ReadonlyTransactionManager(Web3j.build(new HttpService("http://nowhere.invalid")), NOBODY),
            new StaticGasProvider(BigInteger.ZERO, BigInteger.ZERO));

    private Calls() {}

    /** A call's data and its gas limit. */
    record Call(String data, long gas) {}

    static Call deployment(List<String> accounts) {
        StaticArray5<Address> parties = new StaticArray5<>(Address.class, Utils.typeMap(accounts, Address.class));
        return new Call(SealLedger.BINARY + FunctionEncoder.encodeConstructor(List.of(parties)), 8_000_000);
    }

    static Call of(List<LedgerEntry> entries) {
        if (entries.size() == 1 && !(entries.getFirst() instanceof LedgerEntry.Use)) {
            return single(entries.getFirst());
        }
        List<SealLedger.UseRequest> uses = entries.stream()
                .map(LedgerEntry.Use.class::cast)
                .map(Requests::of)
                .toList();
        return new Call(LANGUAGE.recordUses(uses).encodeFunctionCall(), gas(entries));
    }

    /** What a transaction with these entries asks for: more than it may need, for a batch must never run out. */
    static long gas(List<LedgerEntry> entries) {
        if (entries.size() == 1 && !(entries.getFirst() instanceof LedgerEntry.Use)) {
            return single(entries.getFirst()).gas();
        }
        return PER_BATCH
                + gasOf(entries.stream().map(LedgerEntry.Use.class::cast).toList());
    }

    /** What these uses of a batch may need at most: measured, with a margin (see AttackedContractIT). */
    static long gasOf(List<LedgerEntry.Use> uses) {
        long seals = uses.stream().map(LedgerEntry.Use::seal).distinct().count();
        long mandates =
                uses.stream().map(use -> use.authority().mandate()).distinct().count();
        return seals * PER_SEAL
                + mandates * PER_MANDATE
                + uses.stream().mapToLong(Calls::warmGas).sum();
    }

    /** An assertion costs by its length, which its holder decides. */
    static long warmGas(LedgerEntry.Use use) {
        UseAuthority authority = use.authority();
        return PER_USE
                + authority.kindProof().size() * 1_500L
                + authority.signature().length() * PER_BYTE_OF_ASSERTION;
    }

    private static Call single(LedgerEntry entry) {
        byte[] id = EntryIds.bytes(entry.id());
        return switch (entry) {
            case LedgerEntry.Decision decision ->
                call(
                        300_000,
                        LANGUAGE.decide(
                                id,
                                number(decision.sender()),
                                decision.application().bytes(),
                                decision.content().bytes(),
                                BigInteger.valueOf(decision.outcome().ordinal() + 1L),
                                decision.reason().bytes()));
            case LedgerEntry.SealIssue issue -> call(900_000, LANGUAGE.issue(id, Requests.of(issue)));
            case LedgerEntry.SealActivation activation ->
                call(
                        300_000,
                        LANGUAGE.activate(
                                id,
                                activation.seal().bytes(),
                                activation.conditions().bytes(),
                                Requests.time(activation.authority().expiry()),
                                Requests.signature(activation.authority().signature())));
            case LedgerEntry.SealTransition transition ->
                call(
                        200_000,
                        LANGUAGE.move(
                                id,
                                transition.seal().bytes(),
                                BigInteger.valueOf(transition.action().ordinal() + 1L),
                                transition.reason().bytes()));
            case LedgerEntry.SealRenewal renewal -> call(700_000, LANGUAGE.renew(id, Requests.of(renewal)));
            case LedgerEntry.KeyReplacement replacement ->
                call(600_000, LANGUAGE.replaceRoot(id, Requests.of(replacement)));
            case LedgerEntry.MandateGiven given ->
                call(
                        600_000,
                        LANGUAGE.giveMandate(
                                id,
                                Requests.of(given.terms()),
                                Requests.time(given.authority().expiry()),
                                Requests.signature(given.authority().signature())));
            case LedgerEntry.MandateWithdrawn withdrawn ->
                call(
                        300_000,
                        LANGUAGE.withdrawMandate(
                                id,
                                withdrawn.mandate().bytes(),
                                withdrawn.authority().mandate().bytes(),
                                withdrawn.reason().bytes(),
                                Requests.time(withdrawn.authority().expiry()),
                                Requests.signature(withdrawn.authority().signature())));
            case LedgerEntry.UseMark mark -> call(400_000, mark(id, mark));
            case LedgerEntry.Use use -> throw new IllegalArgumentException("Uses ride in batches");
        };
    }

    private static RemoteFunctionCall<?> mark(byte[] id, LedgerEntry.UseMark mark) {
        HolderAuthority authority = mark.authority();
        return authority == null
                ? LANGUAGE.dispute(id, mark.seal().bytes(), mark.reason().bytes(), Requests.of(mark.of()))
                : LANGUAGE.mark(id, Requests.of(mark, authority), Requests.of(mark.of()));
    }

    private static Call call(long gas, RemoteFunctionCall<?> call) {
        return new Call(call.encodeFunctionCall(), gas);
    }

    private static BigInteger number(Party party) {
        return BigInteger.valueOf(party.ordinal());
    }
}
