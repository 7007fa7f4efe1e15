package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.web3j.crypto.ContractUtils;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.Accounts;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.SignedTransaction;

/** Accounts whose keys were read from encrypted keystore files. */
final class KeystoreAccounts implements Accounts {

    private final Map<Party, String> addresses;
    private final Map<Party, Credentials> keys;

    /** @param addresses every party's; {@code keys} only of those that send */
    KeystoreAccounts(Map<Party, String> addresses, Map<Party, Credentials> keys) {
        this.addresses = Map.copyOf(addresses);
        this.keys = Map.copyOf(keys);
    }

    @Override
    public byte[] address(Party party) {
        return Numeric.hexStringToByteArray(addressOf(party));
    }

    @Override
    public byte[] contractAt(long nonce) {
        return ContractUtils.generateContractAddress(address(Party.PLATFORM), BigInteger.valueOf(nonce));
    }

    @Override
    public SignedTransaction deploy(long chainId, long nonce) {
        Calls.Call call = Calls.deployment(
                Arrays.stream(Party.values()).map(this::addressOf).toList());
        return sign(
                Party.PLATFORM,
                chainId,
                RawTransaction.createContractTransaction(
                        BigInteger.valueOf(nonce),
                        BigInteger.ZERO,
                        BigInteger.valueOf(call.gas()),
                        BigInteger.ZERO,
                        call.data()));
    }

    @Override
    public SignedTransaction sign(long chainId, byte[] contract, long nonce, Party party, List<LedgerEntry> entries) {
        Calls.Call call = Calls.of(entries);
        return sign(
                party,
                chainId,
                RawTransaction.createTransaction(
                        BigInteger.valueOf(nonce),
                        BigInteger.ZERO,
                        BigInteger.valueOf(call.gas()),
                        Numeric.toHexString(contract),
                        call.data()));
    }

    private SignedTransaction sign(Party party, long chainId, RawTransaction transaction) {
        Credentials key = keys.get(party);
        if (key == null) {
            throw new IllegalStateException("No key is configured for " + party);
        }
        byte[] raw = TransactionEncoder.signMessage(transaction, chainId, key);
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
