package org.yinxin.ledger.web3j;

import java.time.Duration;
import java.util.Optional;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthCall;
import org.web3j.protocol.core.methods.response.EthSendTransaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.NodeSilentException;

/** Sends one transaction by hand and waits until it stands in a block. */
final class Transacting {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Rpc rpc;
    private final Signature signature;

    Transacting(Rpc rpc, Signature signature) {
        this.rpc = rpc;
        this.signature = signature;
    }

    /** @param contract the one that it created, or empty */
    record Done(String transaction, long block, String contract) {}

    Done create(Calls.Call creation) {
        return send(FreeTransactions.creation(nonce(), creation));
    }

    /** @throws NotAcceptedException when the contract would revert it; nothing is sent then */
    Done call(String contract, Calls.Call call) {
        EthCall tried = rpc.ask(rpc.web3j()
                .ethCall(
                        Transaction.createEthCallTransaction(signature.account(), contract, call.data()),
                        DefaultBlockParameterName.LATEST));
        if (tried.hasError()) {
            String data = tried.getError().getData();
            throw new NotAcceptedException("the contract refuses it: "
                    + (data == null ? tried.getError().getMessage() : Reverts.name(data)));
        }
        return send(FreeTransactions.call(nonce(), contract, call));
    }

    private long nonce() {
        return rpc.answer(rpc.web3j().ethGetTransactionCount(signature.account(), DefaultBlockParameterName.PENDING))
                .getTransactionCount()
                .longValueExact();
    }

    private Done send(RawTransaction transaction) {
        long chainId = rpc.answer(rpc.web3j().ethChainId()).getChainId().longValueExact();
        byte[] raw = signature.signer().sign(transaction, chainId);
        EthSendTransaction sent = rpc.ask(rpc.web3j().ethSendRawTransaction(Numeric.toHexString(raw)));
        if (sent.hasError()) {
            throw new NotAcceptedException(
                    "the node refuses it: " + sent.getError().getMessage());
        }
        return await(Numeric.toHexString(Hash.sha3(raw)));
    }

    private Done await(String transaction) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<TransactionReceipt> receipt = rpc.answer(rpc.web3j().ethGetTransactionReceipt(transaction))
                    .getTransactionReceipt();
            if (receipt.isPresent()) {
                return done(receipt.get());
            }
            rest();
        }
        throw new NodeSilentException(
                rpc.name(), "transaction " + transaction + " stands in no block yet; look for it later");
    }

    private static Done done(TransactionReceipt receipt) {
        if (!receipt.isStatusOK()) {
            throw new NotAcceptedException("the contract reverted it: transaction " + receipt.getTransactionHash());
        }
        return new Done(
                receipt.getTransactionHash(),
                receipt.getBlockNumber().longValueExact(),
                receipt.getContractAddress() == null ? "" : receipt.getContractAddress());
    }

    private static void rest() {
        try {
            Thread.sleep(NodeManners.LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
