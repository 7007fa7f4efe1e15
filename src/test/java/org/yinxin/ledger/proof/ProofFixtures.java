package org.yinxin.ledger.proof;

import java.util.List;

/** Proofs for tests elsewhere. */
public final class ProofFixtures {

    private ProofFixtures() {}

    /** A good proof of an event on a Besu network with four validators, as a file. */
    public static String besu() {
        return ProofFile.write(BesuBlock.named("one-validator-down").firstProof());
    }

    /** The validators of that network. */
    public static List<String> besuValidators() {
        return BesuBlock.named("one-validator-down").validators();
    }
}
