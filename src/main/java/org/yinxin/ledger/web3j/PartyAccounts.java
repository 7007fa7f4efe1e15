package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.web3j.crypto.ContractUtils;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.Accounts;
import org.yinxin.ledger.CouldNotSignException;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.SignedTransaction;
import org.yinxin.ledger.SigningWay;

/** Every party's address, and a signer for each that sends from here. Nobody pays for gas. */
final class PartyAccounts implements Accounts {

    private final Map<Party, String> addresses;
    private final Map<Party, TransactionSigner> signers;

    /** @param addresses every party's; {@code signers} only of those that send from here */
    PartyAccounts(Map<Party, String> addresses, Map<Party, TransactionSigner> signers) {
        this.addresses = Map.copyOf(addresses);
        this.signers = Map.copyOf(signers);
    }

    @Override
    public byte[] address(Party party) {
        return Numeric.hexStringToByteArray(addressOf(party));
    }

    @Override
    public SigningWay way(Party party) {
        TransactionSigner signer = signers.get(party);
        return signer == null ? SigningWay.ELSEWHERE : signer.way();
    }

    @Override
    public byte[] contractAt(long nonce) {
        return ContractUtils.generateContractAddress(address(Party.PLATFORM), BigInteger.valueOf(nonce));
    }

    @Override
    public SignedTransaction deploy(long chainId, long nonce) {
        Calls.Call call = Calls.deployment(
                Arrays.stream(Party.values()).map(this::addressOf).toList());
        return sign(Party.PLATFORM, chainId, FreeTransactions.creation(nonce, call));
    }

    @Override
    public long gas(List<LedgerEntry> entries) {
        return Calls.gas(entries);
    }

    @Override
    public SignedTransaction sign(long chainId, byte[] contract, long nonce, Party party, List<LedgerEntry> entries) {
        Calls.Call call = Calls.of(entries);
        return sign(party, chainId, FreeTransactions.call(nonce, Numeric.toHexString(contract), call));
    }

    private SignedTransaction sign(Party party, long chainId, RawTransaction transaction) {
        TransactionSigner signer = signers.get(party);
        if (signer == null) {
            throw new CouldNotSignException(party, "its key is not configured here");
        }
        byte[] raw = signer.sign(transaction, chainId);
        return new SignedTransaction(
                party, address(party), transaction.getNonce().longValueExact(), Hash.sha3(raw), raw);
    }

    private String addressOf(Party party) {
        String address = addresses.get(party);
        if (address == null) {
            throw new IllegalStateException("No account is configured for " + party);
        }
        return address;
    }
}
