package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.Accounts;
import org.yinxin.ledger.ChainNode;
import org.yinxin.ledger.MinedTransaction;
import org.yinxin.ledger.Party;

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

    private static Credentials key(Path folder, Party party) {
        try {
            String name = party.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
            return Keystores.open(
                    party,
                    folder.resolve(name),
                    Files.readString(folder.resolve("password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
