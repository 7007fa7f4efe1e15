package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.util.Optional;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthCall;

/** Whether a chain has what the contract needs: the P-256 check among its rules, and blocks free of charge. */
final class ChainFitness {

    /** P256VERIFY (EIP-7951, Osaka). */
    private static final String P256VERIFY = "0x0000000000000000000000000000000000000100";

    private static final String NOBODY = "0x0000000000000000000000000000000000000000";

    /** SHA-256 of "sample", its signature and its key: RFC 6979, A.2.5. */
    private static final String SAMPLE = "0xaf2bdbe1aa9b6ec1e2ade1d694f41fc71a831d0268e9891562113d8a62add1bf"
            + "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
            + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"
            + "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
            + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";

    private static final String OTHER_DATA = "0x00" + SAMPLE.substring(4);

    private final Rpc rpc;

    ChainFitness(Rpc rpc) {
        this.rpc = rpc;
    }

    /** What is wrong with the chain, in words for whoever runs it; empty when nothing is. */
    Optional<String> flaw() {
        if (!verifies(SAMPLE) || verifies(OTHER_DATA)) {
            return Optional.of("it has no P256VERIFY precompile at 0x100 (EIP-7951), without which no use can be "
                    + "recorded: the genesis block must set osakaTime to 0");
        }
        BigInteger fee = baseFee();
        return fee.signum() == 0
                ? Optional.empty()
                : Optional.of("it charges " + fee + " wei for gas, but the parties' accounts own nothing: the genesis "
                        + "block must set zeroBaseFee to true");
    }

    private boolean verifies(String input) {
        EthCall call = rpc.answer(rpc.web3j()
                .ethCall(
                        Transaction.createEthCallTransaction(NOBODY, P256VERIFY, input),
                        DefaultBlockParameterName.LATEST));
        String value = call.getValue();
        return value != null && value.length() == 66 && value.endsWith("1");
    }

    private BigInteger baseFee() {
        EthBlock.Block block = rpc.answer(rpc.web3j().ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false))
                .getBlock();
        return block == null || block.getBaseFeePerGas() == null ? BigInteger.ZERO : block.getBaseFeePerGas();
    }
}
