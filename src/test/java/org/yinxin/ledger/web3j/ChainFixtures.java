package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.Accounts;
import org.yinxin.ledger.ChainNode;
import org.yinxin.ledger.MinedTransaction;

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
}
