package org.yinxin.seal.web;

import jakarta.validation.constraints.AssertTrue;

/** What the legal representative fills in to take a seal into use, with the signature of the seal's key where one is asked for. */
public class ActivationForm {

    @AssertTrue(message = "{seal.activation.accepted.missing}")
    private boolean accepted;

    private String signature = "";

    public boolean isAccepted() {
        return accepted;
    }

    public void setAccepted(boolean accepted) {
        this.accepted = accepted;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }
}
