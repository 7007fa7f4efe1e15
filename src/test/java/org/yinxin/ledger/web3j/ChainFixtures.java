package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.WalletUtils;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;
import org.web3j.tx.RawTransactionManager;
import org.web3j.tx.response.PollingTransactionReceiptProcessor;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.Accounts;
import org.yinxin.ledger.ChainNode;
import org.yinxin.ledger.LedgerEntry;
import org.yinxin.ledger.MinedTransaction;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.web3j.contract.SealLedger;

/** Nodes and accounts for tests that drive the ledger without the rest of the application. */
public final class ChainFixtures {

    private ChainFixtures() {}

    public static ChainNode node(String name, String url) {
        return new Web3jNode(name, url, Duration.ofSeconds(3));
    }

    /** The entries of every recording event on the chain, as often as they stand there. */
    public static List<UUID> recorded(String url, byte[] contract) {
        Web3j rpc = Web3j.build(new HttpService(url));
        try {
            EthFilter all = new EthFilter(
                    DefaultBlockParameterName.EARLIEST,
                    DefaultBlockParameterName.LATEST,
                    Numeric.toHexString(contract));
            return rpc.ethGetLogs(all).send().getLogs().stream()
                    .map(log -> EventDecoder.decode((Log) log.get()))
                    .flatMap(Optional::stream)
                    .filter(fact -> fact.meaning() == MinedTransaction.Meaning.RECORDED)
                    .map(MinedTransaction.Fact::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            rpc.shutdown();
        }
    }

    /** The nonce of a signed transaction. */
    public static long nonce(String raw) {
        return TransactionDecoder.decode(raw).getNonce().longValueExact();
    }

    /** The gas that a signed transaction asks for. */
    public static long gas(String raw) {
        return TransactionDecoder.decode(raw).getGasLimit().longValueExact();
    }

    public static String hash(String raw) {
        return Hash.sha3(raw);
    }

    /**
     * One use in a transaction of its own, sent and awaited as Web3j's examples do it: the wrapper asks for the nonce,
     * signs, sends, and polls for the receipt.
     *
     * @param poll how often it asks; the examples ask every fifteen seconds
     */
    public static void awaitOneByOne(String url, Path keys, byte[] contract, List<LedgerEntry> uses, Duration poll) {
        Web3j rpc = Web3j.build(new HttpService(url));
        try {
            Credentials key = WalletUtils.loadCredentials(
                    Files.readString(keys.resolve("password")).strip(),
                    keys.resolve("platform.json").toFile());
            long chainId = rpc.ethChainId().send().getChainId().longValueExact();
            OneByOne manager = new OneByOne(rpc, key, chainId, poll);
            for (LedgerEntry use : uses) {
                manager.await(contract, Calls.of(List.of(use)));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            rpc.shutdown();
        }
    }

    /** What stands behind the send() of every generated wrapper. */
    private static final class OneByOne extends RawTransactionManager {

        OneByOne(Web3j rpc, Credentials key, long chainId, Duration poll) {
            super(rpc, key, chainId, new PollingTransactionReceiptProcessor(rpc, poll.toMillis(), 600));
        }

        void await(byte[] contract, Calls.Call call) throws Exception {
            TransactionReceipt receipt = executeTransaction(
                    BigInteger.ZERO,
                    BigInteger.valueOf(call.gas()),
                    Numeric.toHexString(contract),
                    call.data(),
                    BigInteger.ZERO);
            if (!receipt.isStatusOK()) {
                throw new IllegalStateException("The chain did not take it");
            }
        }
    }

    public static Accounts accounts(Path folder) {
        return Keystores.embedded(folder);
    }

    /** The same accounts with the keys of some parties only. */
    public static Accounts accounts(Path folder, Set<Party> own) {
        return new PartyAccounts(addresses(folder), signers(folder, own));
    }

    /** The same accounts, one of which a remote signer signs for. */
    public static Accounts accounts(Path folder, Party remote, URI signer) {
        Set<Party> own = EnumSet.complementOf(EnumSet.of(remote));
        Map<Party, TransactionSigner> signers = signers(folder, own);
        signers.put(remote, new RemoteSigner(remote, signer, addresses(folder).get(remote), Duration.ofSeconds(1)));
        return new PartyAccounts(addresses(folder), signers);
    }

    /** A remote signer that has the party's key. */
    public static SignerStandIn signer(Path folder, Party party, long chainId) {
        return new SignerStandIn(chainId, key(folder, party));
    }

    /** Puts a contract on the chain that does the same, but whose code differs from ours in one digit. */
    public static String deployTampered(String url, Path folder) {
        Map<Party, String> addresses = addresses(folder);
        Calls.Call ours = Calls.deployment(
                Arrays.stream(Party.values()).map(addresses::get).toList());
        // Within the hash that the compiler appends to the code, which is never run.
        int digit = SealLedger.BINARY.length() - 60;
        char other = ours.data().charAt(digit) == '0' ? '1' : '0';
        String tampered = ours.data().substring(0, digit) + other + ours.data().substring(digit + 1);
        Signature signature = Signature.ofKeystore(Party.COURT, folder.resolve("court.json"), password(folder));
        return new Transacting(new Rpc("test", url, Duration.ofSeconds(3)), signature)
                .create(new Calls.Call(tampered, ours.gas()))
                .contract();
    }

    public static String address(Path folder, Party party) {
        return key(folder, party).getAddress();
    }

    private static String password(Path folder) {
        try {
            return Files.readString(folder.resolve("password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Party, String> addresses(Path folder) {
        Map<Party, String> addresses = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            addresses.put(party, key(folder, party).getAddress());
        }
        return addresses;
    }

    private static Map<Party, TransactionSigner> signers(Path folder, Set<Party> own) {
        Map<Party, TransactionSigner> signers = new EnumMap<>(Party.class);
        own.forEach(party -> signers.put(party, new KeySigner(key(folder, party))));
        return signers;
    }

    static Credentials key(Path folder, Party party) {
        String name = party.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
        return Keystores.open(party, folder.resolve(name), password(folder));
    }
}
