package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.Utils;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.generated.StaticArray5;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.http.HttpService;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.web3j.contract.SealLedger;

/** Entries in the contract's language, with the gas that they may need. */
final class Calls {

    private static final byte[] NO_MANDATE = new byte[32];
    private static final byte[] NO_AUTHORITY = new byte[0];
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
                .map(Calls::request)
                .toList();
        return new Call(LANGUAGE.recordUses(uses).encodeFunctionCall(), 100_000L + 65_000L * uses.size());
    }

    private static Call single(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Decision decision ->
                new Call(
                        LANGUAGE.decide(
                                        EntryIds.bytes(decision.id()),
                                        BigInteger.valueOf(decision.sender().ordinal()),
                                        decision.application().bytes(),
                                        decision.content().bytes(),
                                        BigInteger.valueOf(decision.outcome().ordinal() + 1L),
                                        decision.reason().bytes())
                                .encodeFunctionCall(),
                        300_000);
            case LedgerEntry.SealIssue issue ->
                new Call(
                        LANGUAGE.issue(EntryIds.bytes(issue.id()), request(issue))
                                .encodeFunctionCall(),
                        600_000);
            case LedgerEntry.SealTransition transition ->
                new Call(
                        LANGUAGE.move(
                                        EntryIds.bytes(transition.id()),
                                        transition.seal().bytes(),
                                        BigInteger.valueOf(transition.action().ordinal()),
                                        transition.reason().bytes())
                                .encodeFunctionCall(),
                        200_000);
            case LedgerEntry.SealRenewal renewal ->
                new Call(
                        LANGUAGE.renew(EntryIds.bytes(renewal.id()), request(renewal))
                                .encodeFunctionCall(),
                        600_000);
            case LedgerEntry.Use use -> throw new IllegalArgumentException("Uses ride in batches");
        };
    }

    private static SealLedger.IssueRequest request(LedgerEntry.SealIssue issue) {
        return new SealLedger.IssueRequest(
                issue.seal().bytes(),
                BigInteger.valueOf(issue.version()),
                issue.application().bytes(),
                issue.parts().enterprise().bytes(),
                issue.parts().physicalSeal().bytes(),
                issue.parts().content().bytes(),
                issue.sealDigest().bytes(),
                BigInteger.valueOf(issue.validFrom().getEpochSecond()),
                BigInteger.valueOf(issue.validTo().getEpochSecond()));
    }

    private static SealLedger.RenewalRequest request(LedgerEntry.SealRenewal renewal) {
        return new SealLedger.RenewalRequest(
                renewal.seal().bytes(),
                renewal.before().bytes(),
                BigInteger.valueOf(renewal.version()),
                renewal.sealDigest().bytes(),
                BigInteger.valueOf(renewal.validFrom().getEpochSecond()),
                BigInteger.valueOf(renewal.validTo().getEpochSecond()),
                renewal.consent().bytes());
    }

    private static SealLedger.UseRequest request(LedgerEntry.Use use) {
        return new SealLedger.UseRequest(
                EntryIds.bytes(use.id()),
                use.seal().bytes(),
                use.use().bytes(),
                use.authorised().bytes(),
                use.sealed().bytes(),
                use.purpose().bytes(),
                NO_MANDATE,
                NO_AUTHORITY);
    }
}
