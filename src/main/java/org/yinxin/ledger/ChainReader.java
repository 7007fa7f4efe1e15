package org.yinxin.ledger;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yinxin.shared.Digest;

/** Asks all configured nodes side by side what the chain holds. */
@Service
public class ChainReader {

    private final ChainNodes chain;
    private final Deployments deployments;
    private final NodeWatch watch;

    ChainReader(ChainNodes chain, Deployments deployments, NodeWatch watch) {
        this.chain = chain;
        this.deployments = deployments;
        this.watch = watch;
    }

    /** The seal as the contract holds it now. */
    public ChainAnswer<SealOnChain> seal(Digest seal) {
        return ask((node, contract) -> node.seal(contract, seal));
    }

    /** A recorded use, by the identifier of its code. */
    public ChainAnswer<UseOnChain> use(Digest use) {
        return ask((node, contract) -> node.use(contract, use));
    }

    /** What was said of a use later, by the identifier of its code; absent when nothing was. */
    public ChainAnswer<WordsOnChain> words(Digest use) {
        return ask((node, contract) -> node.words(contract, use));
    }

    /** A mandate as the contract holds it now. */
    public ChainAnswer<MandateOnChain> mandate(Digest mandate) {
        return ask((node, contract) -> node.mandate(contract, mandate));
    }

    /** The root of a seal's mandates as the contract holds it now. */
    public ChainAnswer<Digest> root(Digest seal) {
        return ask((node, contract) -> node.root(contract, seal));
    }

    /** How each node stands to a receipt: whether it holds the same transaction in the same block. */
    public List<NodeAnswer> witnesses(Receipt receipt) {
        byte[] contract = HexFormat.of().parseHex(receipt.contract().substring(2));
        byte[] hash = HexFormat.of().parseHex(receipt.transactionHash().substring(2));
        List<NodeVoice<String>> voices = side(node -> node.mined(contract, hash).map(MinedTransaction::blockHash));
        return Votes.against(Optional.of(receipt.blockHash()), voices);
    }

    /** The highest block that enough nodes have reached to be believed; looks at all nodes now. */
    public OptionalLong height() {
        watch.look();
        long[] heights = watch.health().stream()
                .filter(health ->
                        health.state() != NodeHealth.State.SILENT && health.state() != NodeHealth.State.OTHER_CHAIN)
                .mapToLong(health -> Objects.requireNonNull(health.head()).number())
                .sorted()
                .toArray();
        int enough = Quorum.of(chain.nodes().size());
        return heights.length < enough ? OptionalLong.empty() : OptionalLong.of(heights[heights.length - enough]);
    }

    /**
     * The transactions of which our contract says something, in these blocks, both ends included; a node that has not come
     * as far is silent.
     */
    public ChainAnswer<List<MinedTransaction>> between(long from, long to) {
        return ask((node, contract) -> {
            if (watch.height(node) < to) {
                throw new NodeSilentException(node.name(), "it has not come to block " + to);
            }
            return Optional.of(node.minedBetween(contract, from, to));
        });
    }

    /** The transaction whose event is about the entry, wherever it stands; the one with this hash where none recorded it. */
    public ChainAnswer<MinedTransaction> about(BookedEntry row, @Nullable String transactionHash) {
        return ask((node, contract) -> node.find(
                        contract, row.id(), fact -> EntryEvents.areOf(row.kind(), row.sender(), fact))
                .or(() -> mined(node, contract, transactionHash)));
    }

    /** The transaction with this hash, 0x and 64 digits, also one that the contract said nothing of. */
    public ChainAnswer<MinedTransaction> transaction(String hash) {
        return ask((node, contract) -> mined(node, contract, hash));
    }

    private static Optional<MinedTransaction> mined(ChainNode node, byte[] contract, @Nullable String hash) {
        return hash == null
                ? Optional.empty()
                : node.mined(contract, HexFormat.of().parseHex(hash.substring(2)));
    }

    /** The contract's address, 0x and 40 digits; empty before there is one. */
    public Optional<String> contract() {
        return deployments.current().map(deployment -> "0x" + HexFormat.of().formatHex(deployment.contract()));
    }

    /** The chain's number; empty before there is a contract. */
    public OptionalLong chainId() {
        return deployments
                .current()
                .map(deployment -> OptionalLong.of(deployment.chainId()))
                .orElse(OptionalLong.empty());
    }

    /** Whether the chain is the embedded one of a single party, which must be said wherever it is shown. */
    public boolean embedded() {
        return chain.embedded();
    }

    private <T> ChainAnswer<T> ask(BiFunction<ChainNode, byte[], Optional<T>> question) {
        Optional<Deployment> deployment = deployments.current();
        if (deployment.isEmpty()) {
            return new ChainAnswer.Unreachable<>("The contract has not been deployed yet", List.of());
        }
        byte[] contract = deployment.get().contract();
        return Votes.count(side(node -> holding(node, contract, question)));
    }

    private static <T> Optional<T> holding(
            ChainNode node, byte[] contract, BiFunction<ChainNode, byte[], Optional<T>> question) {
        if (!node.holdsContract(contract)) {
            throw new NodeSilentException(node.name(), "it does not hold the contract");
        }
        return question.apply(node, contract);
    }

    private <T> List<NodeVoice<T>> side(Function<ChainNode, Optional<T>> question) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<NodeVoice<T>>> asked = new ArrayList<>();
            for (ChainNode node : chain.nodes()) {
                Callable<NodeVoice<T>> voice =
                        () -> watch.silent(node) ? NodeVoice.silent(node) : NodeVoice.of(node, question);
                asked.add(executor.submit(voice));
            }
            List<NodeVoice<T>> voices = new ArrayList<>();
            for (Future<NodeVoice<T>> future : asked) {
                voices.add(future.get());
            }
            return voices;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeSilentException("all parties", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A node's answer is a value, never an exception", e);
        }
    }
}
