package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.generated.Uint8;
import org.web3j.crypto.ContractUtils;
import org.web3j.crypto.Hash;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.Transaction;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.web3j.contract.SealLedger;

/** What stands at a contract's address: how it came there, and who acts for whom in it. */
final class ContractReader {

    private static final String GRANTED = EventEncoder.encode(SealLedger.ROLEGRANTED_EVENT);
    private static final String REVOKED = EventEncoder.encode(SealLedger.ROLEREVOKED_EVENT);

    private final Rpc rpc;
    private final EventSearch events;

    ContractReader(Rpc rpc) {
        this.rpc = rpc;
        this.events = new EventSearch(rpc);
    }

    /**
     * The transaction that made the contract.
     *
     * @param logIndex the place in its block of the contract's first event
     * @param input what it was made from: code and accounts
     */
    record Origin(String transaction, String blockHash, long block, int logIndex, String deployer, String input) {

        /** Whether it is what this software would deploy with these accounts. */
        boolean isOf(List<String> accounts) {
            return Numeric.cleanHexPrefix(input)
                    .equalsIgnoreCase(
                            Numeric.cleanHexPrefix(Calls.deployment(accounts).data()));
        }

        /** Whether it is this software's code, whatever the accounts. */
        boolean isOurCode() {
            return Numeric.cleanHexPrefix(input)
                    .toLowerCase(Locale.ROOT)
                    .startsWith(Numeric.cleanHexPrefix(SealLedger.BINARY).toLowerCase(Locale.ROOT));
        }
    }

    /** Empty when nothing stands there, or nothing that was made like this contract. */
    Optional<Origin> origin(String contract) {
        List<Log> granted = events.all(new EventSearch.Wanted(contract, GRANTED, null));
        return granted.isEmpty() ? Optional.empty() : origin(contract, granted.getFirst());
    }

    /** The node's word is not taken for the address: it follows from the sender and the sender's nonce. */
    private Optional<Origin> origin(String contract, Log first) {
        return rpc.answer(rpc.web3j().ethGetTransactionByHash(first.getTransactionHash()))
                .getTransaction()
                .filter(transaction -> transaction.getTo() == null)
                .filter(transaction -> contract.equalsIgnoreCase(
                        ContractUtils.generateContractAddress(transaction.getFrom(), transaction.getNonce())))
                .map(transaction -> origin(first, transaction));
    }

    private static Origin origin(Log first, Transaction transaction) {
        return new Origin(
                first.getTransactionHash(),
                first.getBlockHash(),
                first.getBlockNumber().longValueExact(),
                first.getLogIndex().intValueExact(),
                transaction.getFrom(),
                transaction.getInput());
    }

    /** Who acts for each party now, by the contract's own events in their order. */
    Map<Party, Set<String>> accounts(String contract) {
        List<Log> changes = new ArrayList<>(events.all(new EventSearch.Wanted(contract, GRANTED, null)));
        changes.addAll(events.all(new EventSearch.Wanted(contract, REVOKED, null)));
        changes.sort((one, other) -> {
            int block = one.getBlockNumber().compareTo(other.getBlockNumber());
            return block != 0 ? block : one.getLogIndex().compareTo(other.getLogIndex());
        });
        Map<Party, Set<String>> accounts = new EnumMap<>(Party.class);
        Arrays.stream(Party.values()).forEach(party -> accounts.put(party, new LinkedHashSet<>()));
        for (Log change : changes) {
            String account = "0x" + change.getTopics().get(2).substring(26);
            party(change.getTopics().get(1)).ifPresent(party -> {
                Set<String> acting = accounts.computeIfAbsent(party, any -> new LinkedHashSet<>());
                if (change.getTopics().getFirst().equals(GRANTED)) {
                    acting.add(account);
                } else {
                    acting.remove(account);
                }
            });
        }
        return accounts;
    }

    boolean actsFor(String contract, Party party, String account) throws IOException {
        return StateReader.call(StateReader.at(rpc.web3j(), contract).hasRole(role(party), account)::send);
    }

    /** The hash of the code that runs; empty where none is. */
    Optional<String> codeHash(String contract) {
        String code = rpc.answer(rpc.web3j().ethGetCode(contract, DefaultBlockParameterName.LATEST))
                .getCode();
        return code.length() > 2 ? Optional.of(Hash.sha3(code)) : Optional.empty();
    }

    /** As the contract computes it. */
    static byte[] role(Party party) {
        String encoded = FunctionEncoder.encodeConstructor(
                List.of(new org.web3j.abi.datatypes.Utf8String("yinxin.party"), new Uint8(party.ordinal())));
        return Hash.sha3(Numeric.hexStringToByteArray(encoded));
    }

    private static Optional<Party> party(String role) {
        return Arrays.stream(Party.values())
                .filter(party -> Numeric.toHexString(role(party)).equalsIgnoreCase(role))
                .findFirst();
    }
}
