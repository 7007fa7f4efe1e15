package org.yinxin.ledger;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.yinxin.ledger.proof.KnownChain;
import org.yinxin.ledger.proof.ProofCheck;
import org.yinxin.ledger.proof.ProofRefusedException;
import org.yinxin.ledger.proof.ProvenEvent;
import org.yinxin.ledger.proof.ReceiptProof;
import org.yinxin.ledger.proof.SignerRecovery;
import org.yinxin.ledger.proof.book.CheckedStatement;
import org.yinxin.ledger.proof.book.SignedStatement;
import org.yinxin.ledger.proof.book.StatementCheck;

/** Makes proofs of receipts from the blocks that nodes tell, and checks proofs that people bring. */
@Service
public class Proofs {

    private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);

    private final ChainNodes chain;
    private final Validators validators;
    private final SignerRecovery recovery;
    private final ProofCheck check;
    private final EventWords words;
    private final Deployments deployments;

    Proofs(
            ChainNodes chain,
            LedgerSettings settings,
            SignerRecovery recovery,
            EventWords words,
            Deployments deployments) {
        this.chain = chain;
        this.validators = Validators.of(settings.validators());
        this.recovery = recovery;
        this.check = new ProofCheck(recovery);
        this.words = words;
        this.deployments = deployments;
    }

    /**
     * A proof of the receipt that has been checked, from the first node that can give one.
     *
     * @throws NodeSilentException when no node gives the block, or none gives one that proves it
     */
    public ReceiptProof of(Receipt receipt) {
        for (ChainNode node : chain.nodes()) {
            Optional<ReceiptProof> proof = from(node, receipt);
            if (proof.isPresent()) {
                return proof.get();
            }
        }
        throw new NodeSilentException("every party", "none gives a block that proves the receipt");
    }

    private Optional<ReceiptProof> from(ChainNode node, Receipt receipt) {
        try {
            Optional<ReceiptProof> proof = node.block(bytes(receipt.blockHash()))
                    .map(block -> block.proof(bytes(receipt.transactionHash()), receipt.logIndex()));
            proof.ifPresent(made -> check.check(made, known(receipt.chainId())));
            return proof;
        } catch (NodeSilentException e) {
            return Optional.empty();
        } catch (ProofRefusedException e) {
            LOG.warn("The node {} gave a block that does not prove {}: {}", node.name(), receipt, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Checks a proof against the chain and the validators that this installation knows.
     *
     * @throws ProofRefusedException when it does not hold
     */
    public ProvenEvent check(ReceiptProof proof) {
        return check.check(proof, known(chainId(proof)));
    }

    /**
     * Checks a statement of a use book against the chain and the validators that this installation knows.
     *
     * @param roots whose certificates are believed
     * @throws org.yinxin.ledger.proof.book.StatementRefusedException when it does not hold
     */
    public CheckedStatement check(SignedStatement signed, Collection<X509Certificate> roots) {
        return new StatementCheck(recovery, roots)
                .check(signed, known(chainId(signed.statement().end())));
    }

    private long chainId(ReceiptProof proof) {
        return deployments.current().map(Deployment::chainId).orElse(proof.chainId());
    }

    /** Whether the event was emitted by the contract that this installation's entries go to. */
    public boolean ours(ProvenEvent event) {
        return deployments
                .current()
                .filter(deployment ->
                        event.contract().equals("0x" + HexFormat.of().formatHex(deployment.contract())))
                .isPresent();
    }

    /** The names of those who signed the block. */
    public List<String> signers(ProvenEvent event) {
        return event.signedBy().stream().map(validators::name).toList();
    }

    /** The names of all who are known here as validators for this block, in the settings' order. */
    public List<String> validatorsAt(long block) {
        return validators.namesAt(block);
    }

    /** What the contract said; empty when it is no event about an entry. */
    public Optional<MinedTransaction.Fact> fact(ProvenEvent event) {
        return words.read(event);
    }

    private KnownChain known(long chainId) {
        return new KnownChain(chainId, validators.known());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.substring(2));
    }
}
