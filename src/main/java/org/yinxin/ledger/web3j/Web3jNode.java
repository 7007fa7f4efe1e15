package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.EthSendTransaction;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.ChainNode;
import org.yinxin.ledger.MinedTransaction;
import org.yinxin.ledger.MinedTransaction.Fact;
import org.yinxin.ledger.NodeHead;
import org.yinxin.ledger.NodeSilentException;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.TransactionRejectedException;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.ledger.proof.BlockMaterial;
import org.yinxin.shared.Digest;

/** A node behind JSON-RPC: Besu, or the embedded anvil. */
final class Web3jNode implements ChainNode {

    private final String name;
    private final Web3j rpc;
    private final StateReader state;
    private final BlockReader blocks;

    Web3jNode(String name, String url, Duration answerWithin) {
        this.name = name;
        OkHttpClient http = new OkHttpClient.Builder()
                .connectTimeout(answerWithin)
                .callTimeout(answerWithin)
                .build();
        HttpService service = new HttpService(url, http);
        this.rpc = Web3j.build(service);
        this.blocks = new BlockReader(service);
        this.state = new StateReader(rpc);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long chainId() {
        return answer(rpc.ethChainId()).getChainId().longValueExact();
    }

    @Override
    public NodeHead head() {
        EthBlock.Block block = answer(rpc.ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false))
                .getBlock();
        if (block == null) {
            throw new NodeSilentException(name, "it has no block");
        }
        return new NodeHead(
                chainId(),
                block.getNumber().longValueExact(),
                block.getHash(),
                Instant.ofEpochSecond(block.getTimestamp().longValueExact()),
                answer(rpc.web3ClientVersion()).getWeb3ClientVersion());
    }

    @Override
    public long transactionCount(byte[] account) {
        return answer(rpc.ethGetTransactionCount(hex(account), DefaultBlockParameterName.LATEST))
                .getTransactionCount()
                .longValueExact();
    }

    @Override
    public boolean holdsContract(byte[] contract) {
        return answer(rpc.ethGetCode(hex(contract), DefaultBlockParameterName.LATEST))
                        .getCode()
                        .length()
                > 2;
    }

    @Override
    public void send(byte[] rawTransaction) {
        EthSendTransaction sent = ask(rpc.ethSendRawTransaction(hex(rawTransaction)));
        if (sent.hasError()) {
            String reason = String.valueOf(sent.getError().getMessage());
            if (!knownAlready(reason)) {
                throw new TransactionRejectedException(reason);
            }
        }
    }

    /** Geth's, Besu's and anvil's ways to say that there is nothing left to do. */
    private static boolean knownAlready(String reason) {
        String said = reason.toLowerCase(Locale.ROOT);
        return Stream.of("already known", "known transaction", "already imported", "nonce too low", "nonce below")
                .anyMatch(said::contains);
    }

    @Override
    public Optional<MinedTransaction> mined(byte[] contract, byte[] transactionHash) {
        return answer(rpc.ethGetTransactionReceipt(hex(transactionHash)))
                .getTransactionReceipt()
                .map(receipt -> mined(contract, receipt));
    }

    @Override
    public Optional<MinedTransaction> find(byte[] contract, UUID entry) {
        EthFilter filter =
                new EthFilter(DefaultBlockParameterName.EARLIEST, DefaultBlockParameterName.LATEST, hex(contract));
        filter.addNullTopic();
        filter.addSingleTopic(EntryIds.topic(entry));
        List<Log> logs = logs(filter);
        return logs.stream()
                .filter(log -> EventDecoder.decode(log)
                        .filter(fact -> fact.meaning() == MinedTransaction.Meaning.RECORDED)
                        .isPresent())
                .findFirst()
                .flatMap(log -> mined(contract, Numeric.hexStringToByteArray(log.getTransactionHash())));
    }

    @Override
    public String revertReason(byte[] contract, byte[] rawTransaction) {
        if (!(TransactionDecoder.decode(hex(rawTransaction)) instanceof SignedRawTransaction signed)) {
            return "Reverted";
        }
        try {
            Transaction call = Transaction.createEthCallTransaction(signed.getFrom(), signed.getTo(), signed.getData());
            EthCall tried = ask(rpc.ethCall(call, DefaultBlockParameterName.LATEST));
            return tried.hasError() && tried.getError().getData() != null
                    ? Reverts.name(tried.getError().getData())
                    : "Reverted";
        } catch (java.security.SignatureException e) {
            return "Reverted";
        }
    }

    @Override
    public Optional<SealOnChain> seal(byte[] contract, Digest seal) {
        return speak(() -> state.seal(hex(contract), seal));
    }

    @Override
    public Optional<UseOnChain> use(byte[] contract, Digest use) {
        Optional<StateReader.UsePlace> place = speak(() -> state.use(hex(contract), use));
        if (place.isEmpty()) {
            return Optional.empty();
        }
        DefaultBlockParameter block =
                DefaultBlockParameter.valueOf(BigInteger.valueOf(place.get().blockNumber()));
        EthFilter filter = new EthFilter(block, block, hex(contract));
        filter.addNullTopic();
        filter.addSingleTopic(EntryIds.topic(place.get().entry()));
        return logs(filter).stream().findFirst().flatMap(log -> used(log));
    }

    @Override
    public Optional<BlockMaterial> block(byte[] blockHash) {
        return speak(() -> blocks.read(name, blockHash));
    }

    private Optional<UseOnChain> used(Log log) {
        Instant time = time(log.getBlockHash());
        long block = log.getBlockNumber().longValueExact();
        return EventDecoder.decode(log)
                .filter(fact -> fact.fields().containsKey("number"))
                .map(fact -> new UseOnChain(
                        fact.entry(),
                        Digest.fromHex(field(fact, "seal")),
                        Long.parseLong(field(fact, "number")),
                        Digest.fromHex(field(fact, "authorised")),
                        Digest.fromHex(field(fact, "sealedRevision")),
                        Digest.fromHex(field(fact, "purpose")),
                        Digest.fromHex(field(fact, "head")),
                        block,
                        time));
    }

    private static String field(Fact fact, String name) {
        return fact.fields().getOrDefault(name, "");
    }

    private MinedTransaction mined(byte[] contract, TransactionReceipt receipt) {
        List<Fact> facts = receipt.getLogs().stream()
                .filter(log -> log.getAddress().equalsIgnoreCase(hex(contract)))
                .flatMap(log -> EventDecoder.decode(log).stream())
                .toList();
        return new MinedTransaction(
                receipt.getTransactionHash(),
                receipt.getBlockHash(),
                receipt.getBlockNumber().longValueExact(),
                receipt.getTransactionIndex().intValueExact(),
                time(receipt.getBlockHash()),
                receipt.getGasUsed().longValueExact(),
                receipt.isStatusOK(),
                facts);
    }

    private Instant time(String blockHash) {
        EthBlock.Block block = answer(rpc.ethGetBlockByHash(blockHash, false)).getBlock();
        if (block == null) {
            throw new NodeSilentException(name, "it lost the block " + blockHash + " while it was asked");
        }
        return Instant.ofEpochSecond(block.getTimestamp().longValueExact());
    }

    private List<Log> logs(EthFilter filter) {
        return answer(rpc.ethGetLogs(filter)).getLogs().stream()
                .map(EthLog.LogResult::get)
                .map(Log.class::cast)
                .toList();
    }

    private <T extends Response<?>> T answer(Request<?, T> request) {
        T response = ask(request);
        if (response.hasError()) {
            throw new NodeSilentException(name, response.getError().getMessage());
        }
        return response;
    }

    private <T extends Response<?>> T ask(Request<?, T> request) {
        return speak(request::send);
    }

    private <T> T speak(Conversation<T> conversation) {
        try {
            return conversation.hold();
        } catch (IOException | RuntimeException e) {
            throw new NodeSilentException(name, e);
        }
    }

    /** Something asked of the node. */
    private interface Conversation<T> {
        T hold() throws IOException;
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
