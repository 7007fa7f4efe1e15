package org.yinxin.authority.web;

import java.io.Serializable;
import java.util.Objects;

/** A machine's public key and the signature by which its owner shows to have the private one. */
record MachineKeyForm(String label, String publicKey, String proof) implements Serializable {

    private static final int LONGEST = 10_000;

    MachineKeyForm {
        label = Objects.requireNonNullElse(label, "");
        publicKey = Objects.requireNonNullElse(publicKey, "");
        proof = Objects.requireNonNullElse(proof, "");
    }

    /** Whether a session can keep it while its owner gives their password. */
    boolean isShort() {
        return label.length() + publicKey.length() + proof.length() <= LONGEST;
    }
}
