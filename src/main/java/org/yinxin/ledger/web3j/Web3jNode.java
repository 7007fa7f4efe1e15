package org.yinxin.ledger.web3j;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthSendTransaction;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.ChainNode;
import org.yinxin.ledger.MandateOnChain;
import org.yinxin.ledger.MinedTransaction;
import org.yinxin.ledger.MinedTransaction.Fact;
import org.yinxin.ledger.NodeHead;
import org.yinxin.ledger.NodeSilentException;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.TransactionRejectedException;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.ledger.WordsOnChain;
import org.yinxin.ledger.proof.BlockMaterial;
import org.yinxin.shared.Digest;

/** A node behind JSON-RPC: Besu, or the embedded anvil. */
final class Web3jNode implements ChainNode {

    private final String name;
    private final Rpc line;
    private final Web3j rpc;
    private final StateReader state;
    private final BlockReader blocks;
    private final EventSearch events;
    private final ContractReader contracts;
    private final ChainFitness fitness;

    Web3jNode(String name, String url, Duration answerWithin) {
        this.name = name;
        this.line = new Rpc(name, url, answerWithin);
        this.rpc = line.web3j();
        this.blocks = new BlockReader(line.service());
        this.state = new StateReader(rpc);
        this.events = new EventSearch(line);
        this.contracts = new ContractReader(line);
        this.fitness = new ChainFitness(line);
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
            String said = String.valueOf(sent.getError().getMessage());
            NodeManners.rejection(said).ifPresent(rejection -> {
                throw new TransactionRejectedException(rejection, said);
            });
        }
    }

    @Override
    public Optional<MinedTransaction> mined(byte[] contract, byte[] transactionHash) {
        return answer(rpc.ethGetTransactionReceipt(hex(transactionHash)))
                .getTransactionReceipt()
                .map(receipt -> mined(contract, receipt));
    }

    @Override
    public Optional<MinedTransaction> find(byte[] contract, UUID entry, Predicate<Fact> such) {
        EventSearch.Wanted wanted = new EventSearch.Wanted(hex(contract), null, EntryIds.topic(entry));
        return events.newest(wanted, log -> records(log, such))
                .flatMap(log -> mined(contract, Numeric.hexStringToByteArray(log.getTransactionHash())));
    }

    private static boolean records(Log log, Predicate<Fact> such) {
        return EventDecoder.decode(log)
                .filter(fact -> fact.meaning() == MinedTransaction.Meaning.RECORDED)
                .filter(such)
                .isPresent();
    }

    @Override
    public List<MinedTransaction> minedBetween(byte[] contract, long from, long to) {
        return events.inBlocks(new EventSearch.Wanted(hex(contract), null, null), from, to).stream()
                .map(Log::getTransactionHash)
                .distinct()
                .map(hash -> mined(contract, Numeric.hexStringToByteArray(hash))
                        .orElseThrow(() -> new NodeSilentException(name, "it lost the transaction " + hash)))
                .toList();
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
    public Optional<MandateOnChain> mandate(byte[] contract, Digest mandate) {
        return speak(() -> state.mandate(hex(contract), mandate));
    }

    @Override
    public Optional<Digest> root(byte[] contract, Digest seal) {
        return speak(() -> state.root(hex(contract), seal));
    }

    @Override
    public Optional<UseOnChain> use(byte[] contract, Digest use) {
        OptionalLong place = speak(() -> state.use(hex(contract), use));
        if (place.isEmpty()) {
            return Optional.empty();
        }
        EventSearch.Wanted wanted = new EventSearch.Wanted(hex(contract), UseEvents.USED, null);
        return events.inBlock(wanted, place.getAsLong()).stream()
                .filter(log -> log.getTopics().getLast().equals(use.hex()))
                .findFirst()
                .flatMap(this::used);
    }

    @Override
    public Optional<WordsOnChain> words(byte[] contract, Digest use) {
        return speak(() -> state.words(hex(contract), use));
    }

    @Override
    public Optional<String> contractFlaw(byte[] contract, Map<Party, byte[]> accounts) {
        String address = hex(contract);
        Optional<ContractReader.Origin> origin = contracts.origin(address);
        if (origin.isEmpty() || !origin.get().isOurCode()) {
            return Optional.of("what stands at " + address + " is not the contract that this software deploys");
        }
        return speak(() -> {
            for (Map.Entry<Party, byte[]> account : accounts.entrySet()) {
                if (!contracts.actsFor(address, account.getKey(), hex(account.getValue()))) {
                    return Optional.of("in the contract " + address + " the account " + hex(account.getValue())
                            + " does not act for " + account.getKey());
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public Optional<String> chainFlaw() {
        return fitness.flaw();
    }

    @Override
    public Optional<BlockMaterial> block(byte[] blockHash) {
        return speak(() -> blocks.read(name, blockHash));
    }

    private Optional<UseOnChain> used(Log log) {
        Instant time = time(log.getBlockHash());
        long block = log.getBlockNumber().longValueExact();
        return EventDecoder.decode(log)
                .map(fact -> new UseOnChain(
                        fact.entry(),
                        Digest.fromHex(field(fact, "seal")),
                        Long.parseLong(field(fact, "number")),
                        Digest.fromHex(field(fact, "authorised")),
                        Digest.fromHex(field(fact, "sealedRevision")),
                        Digest.fromHex(field(fact, "purpose")),
                        Digest.fromHex(field(fact, "mandate")),
                        Digest.fromHex(field(fact, "kind")),
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
                receipt.getFrom().toLowerCase(Locale.ROOT),
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

    private <T extends Response<?>> T answer(Request<?, T> request) {
        return line.answer(request);
    }

    private <T extends Response<?>> T ask(Request<?, T> request) {
        return line.ask(request);
    }

    private <T> T speak(Rpc.Conversation<T> conversation) {
        return line.speak(conversation);
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
