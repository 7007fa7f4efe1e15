package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.NodeSilentException;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.proof.BlockValidators;

/** One node as somebody looks at it by hand. Every method throws {@link NodeSilentException} when it does not answer. */
public final class NodeView {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Rpc rpc;

    public NodeView(String name, URI node) {
        this.rpc = new Rpc(name, node.toString(), ANSWER_WITHIN);
    }

    public String name() {
        return rpc.name();
    }

    public long chainId() {
        return rpc.answer(rpc.web3j().ethChainId()).getChainId().longValueExact();
    }

    public long height() {
        return rpc.answer(rpc.web3j().ethBlockNumber()).getBlockNumber().longValueExact();
    }

    public String client() {
        return rpc.answer(rpc.web3j().web3ClientVersion()).getWeb3ClientVersion();
    }

    public String blockHash(long number) {
        return block(number).getHash();
    }

    /** The hash of the code at the address; empty where none is. */
    public Optional<String> codeHash(String contract) {
        return new ContractReader(rpc).codeHash(contract);
    }

    public Map<Party, Set<String>> accounts(String contract) {
        return new ContractReader(rpc).accounts(contract);
    }

    /** What the chain lacks that the contract needs, if anything. */
    public Optional<String> chainFlaw() {
        return new ChainFitness(rpc).flaw();
    }

    /** Whom a block names as its validators. */
    public Set<String> validators(long number) {
        return BlockValidators.named(Numeric.hexStringToByteArray(block(number).getExtraData()));
    }

    private EthBlock.Block block(long number) {
        DefaultBlockParameter at = number < 0
                ? DefaultBlockParameterName.LATEST
                : DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
        EthBlock.Block block =
                rpc.answer(rpc.web3j().ethGetBlockByNumber(at, false)).getBlock();
        if (block == null) {
            throw new NodeSilentException(rpc.name(), "it does not hold block " + number);
        }
        return block;
    }
}
