package org.yinxin.authority.web;

import java.util.Objects;

/** A machine's public key and the signature by which its owner shows to have the private one. */
record MachineKeyForm(String label, String publicKey, String proof) {

    MachineKeyForm {
        label = Objects.requireNonNullElse(label, "");
        publicKey = Objects.requireNonNullElse(publicKey, "");
        proof = Objects.requireNonNullElse(proof, "");
    }
}
