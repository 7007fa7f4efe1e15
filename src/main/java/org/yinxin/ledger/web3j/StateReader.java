package org.yinxin.ledger.web3j;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.web3j.protocol.Web3j;
import org.web3j.tuples.generated.Tuple3;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.web3j.contract.SealLedger;
import org.yinxin.shared.Digest;

/** Asks the contract for its present state. */
final class StateReader {

    private final Web3j rpc;

    StateReader(Web3j rpc) {
        this.rpc = rpc;
    }

    /** Where the event of a use stands. */
    record UsePlace(UUID entry, long blockNumber) {}

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

    Optional<UsePlace> use(String contract, Digest use) throws IOException {
        Tuple3<byte[], BigInteger, BigInteger> record = call(at(contract).useOf(use.bytes())::send);
        return record.component2().signum() == 0
                ? Optional.empty()
                : Optional.of(new UsePlace(
                        EntryIds.read(record.component1()), record.component3().longValueExact()));
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
