package org.yinxin.ledger.web3j;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.utils.Numeric;
import org.yinxin.ledger.NodeSilentException;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.proof.BlockMaterial;
import org.yinxin.ledger.proof.KnownChain;
import org.yinxin.ledger.proof.ProofCheck;
import org.yinxin.ledger.proof.ProvenEvent;
import org.yinxin.ledger.proof.ReceiptProof;

/** What a party does with the contract by hand, at its own node: put it there, look at it, change its own accounts. */
public final class ContractDesk {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final long ACCOUNT_GAS = 200_000;

    private final Rpc rpc;
    private final ContractReader reader;

    public ContractDesk(String name, URI node) {
        this.rpc = new Rpc(name, node.toString(), ANSWER_WITHIN);
        this.reader = new ContractReader(rpc);
    }

    /** Where the contract stands now. */
    public record Creation(String contract, String transaction, long block) {}

    /**
     * How the contract at an address came there.
     *
     * @param deployer the account that sent it
     * @param ourCode whether it was made from this software's code
     * @param asNamed whether with exactly the accounts that were named, too
     */
    public record Made(String transaction, long block, String deployer, boolean ourCode, boolean asNamed) {}

    public long chainId() {
        return rpc.answer(rpc.web3j().ethChainId()).getChainId().longValueExact();
    }

    /** What the chain lacks that the contract needs, if anything. */
    public Optional<String> chainFlaw() {
        return new ChainFitness(rpc).flaw();
    }

    /** @param accounts of all parties */
    public Creation deploy(Map<Party, String> accounts, Signature signature) {
        Transacting transacting = new Transacting(rpc, signature);
        Transacting.Done done = transacting.create(Calls.deployment(inOrder(accounts)));
        return new Creation(done.contract(), done.transaction(), done.block());
    }

    /** Empty when nothing was made there by a transaction that the node knows. */
    public Optional<Made> made(String contract, Map<Party, String> accounts) {
        return reader.origin(contract)
                .map(origin -> new Made(
                        origin.transaction(),
                        origin.block(),
                        origin.deployer(),
                        origin.isOurCode(),
                        origin.isOf(inOrder(accounts))));
    }

    /**
     * Proves that the contract's creation stands on the chain and is what the node says, so that not even the own node has to
     * be believed.
     *
     * @return who signed its block
     * @throws org.yinxin.ledger.proof.ProofRefusedException when it does not hold
     */
    public List<String> prove(String contract, KnownChain chain) {
        ContractReader.Origin origin =
                reader.origin(contract).orElseThrow(() -> new NodeSilentException(rpc.name(), "no contract there"));
        BlockMaterial block = rpc.speak(() -> new BlockReader(rpc.service())
                        .read(rpc.name(), Numeric.hexStringToByteArray(origin.blockHash())))
                .orElseThrow(() -> new NodeSilentException(rpc.name(), "it does not hold the contract's block"));
        ReceiptProof proof = block.proof(Numeric.hexStringToByteArray(origin.transaction()), origin.logIndex());
        ProvenEvent event = new ProofCheck(new Secp256k1Recovery()).check(proof, chain);
        boolean same = event.contract().equalsIgnoreCase(contract)
                && TransactionDecoder.decode(Numeric.toHexString(proof.transaction()))
                        instanceof SignedRawTransaction transaction
                && Numeric.cleanHexPrefix(transaction.getData())
                        .equalsIgnoreCase(Numeric.cleanHexPrefix(origin.input()));
        if (!same) {
            throw new NodeSilentException(rpc.name(), "it tells another creation than the block holds");
        }
        return event.signedBy();
    }

    /** Who acts for each party now. */
    public Map<Party, Set<String>> accounts(String contract) {
        return reader.accounts(contract);
    }

    public boolean actsFor(String contract, Party party, String account) {
        return rpc.speak(() -> reader.actsFor(contract, party, account));
    }

    /** Brings another account of the signer's own party into use. */
    public Creation addAccount(String contract, Party party, String account, Signature signature) {
        return change(contract, "grantRole", party, account, signature);
    }

    /** Takes an account of the signer's own party out of use. */
    public Creation removeAccount(String contract, Party party, String account, Signature signature) {
        return change(contract, "revokeRole", party, account, signature);
    }

    private Creation change(String contract, String function, Party party, String account, Signature signature) {
        String data = FunctionEncoder.encode(new Function(
                function, List.of(new Bytes32(ContractReader.role(party)), new Address(account)), List.of()));
        Transacting.Done done = new Transacting(rpc, signature).call(contract, new Calls.Call(data, ACCOUNT_GAS));
        return new Creation(contract, done.transaction(), done.block());
    }

    private static List<String> inOrder(Map<Party, String> accounts) {
        return Arrays.stream(Party.values()).map(accounts::get).toList();
    }
}
