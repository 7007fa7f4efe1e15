package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.web3j.protocol.Web3j;
import org.web3j.tuples.generated.Tuple3;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;
import org.yinxin.ledger.MandateOnChain;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.WordsOnChain;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.BookHead;
import org.yinxin.ledger.authority.KeyKind;
import org.yinxin.ledger.web3j.contract.SealLedger;
import org.yinxin.shared.Digest;

/** Asks the contract for its present state. */
final class StateReader {

    private final Web3j rpc;

    StateReader(Web3j rpc) {
        this.rpc = rpc;
    }

    Optional<SealOnChain> seal(String contract, Digest seal) throws IOException {
        SealLedger.SealState state = call(at(contract).sealState(seal.bytes())::send);
        int status = state.status.intValueExact();
        return status == 0
                ? Optional.empty()
                : Optional.of(new SealOnChain(
                        SealOnChain.Status.values()[status - 1],
                        state.version.intValueExact(),
                        Digest.of(state.application),
                        Digest.of(state.sealDigest),
                        Instant.ofEpochSecond(state.validFrom.longValueExact()),
                        Instant.ofEpochSecond(state.validTo.longValueExact()),
                        state.uses.longValueExact(),
                        Digest.of(state.head)));
    }

    Optional<MandateOnChain> mandate(String contract, Digest mandate) throws IOException {
        SealLedger.MandateState state = call(at(contract).mandateState(mandate.bytes())::send);
        int kind = state.keyKind.intValueExact();
        return kind == 0
                ? Optional.empty()
                : Optional.of(new MandateOnChain(
                        new AuthorityKey(KeyKind.values()[kind - 1], Digest.of(state.x), Digest.of(state.y)),
                        Digest.of(state.above),
                        state.withdrawn,
                        state.limit.longValueExact(),
                        state.used.longValueExact()));
    }

    /** The root of the seal's mandates; empty when the contract knows none. */
    Optional<Digest> root(String contract, Digest seal) throws IOException {
        Digest root = Digest.of(call(at(contract).rootOf(seal.bytes())::send));
        return root.equals(BookHead.EMPTY) ? Optional.empty() : Optional.of(root);
    }

    /** The block in which the event of a use stands. */
    OptionalLong use(String contract, Digest use) throws IOException {
        Tuple3<BigInteger, BigInteger, byte[]> record = call(at(contract).useOf(use.bytes())::send);
        return record.component1().signum() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(record.component2().longValueExact());
    }

    /** Empty when nothing was said of the use. */
    Optional<WordsOnChain> words(String contract, Digest use) throws IOException {
        Tuple3<Boolean, BigInteger, BigInteger> words = call(at(contract).wordsOn(use.bytes())::send);
        return words.component3().signum() == 0
                ? Optional.empty()
                : Optional.of(new WordsOnChain(
                        words.component1(),
                        words.component2().intValueExact(),
                        Instant.ofEpochSecond(words.component3().longValueExact())));
    }

    private SealLedger at(String contract) {
        return at(rpc, contract);
    }

    /** The contract, to be asked only. */
    static SealLedger at(Web3j rpc, String contract) {
        return SealLedger.load(
                contract,
                rpc,
                new ReadonlyTransactionManager(rpc, contract),
                new StaticGasProvider(BigInteger.ZERO, BigInteger.ZERO));
    }

    static <T> T call(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** A call of the generated wrapper, which may throw anything. */
    interface Question<T> {
        T ask() throws Exception;
    }
}
