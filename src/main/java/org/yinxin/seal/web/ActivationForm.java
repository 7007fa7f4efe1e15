package org.yinxin.seal.web;

import jakarta.validation.constraints.AssertTrue;

/** What the legal representative fills in to take a seal into use. */
public class ActivationForm {

    @AssertTrue(message = "{seal.activation.accepted.missing}")
    private boolean accepted;

    public boolean isAccepted() {
        return accepted;
    }

    public void setAccepted(boolean accepted) {
        this.accepted = accepted;
    }
}
