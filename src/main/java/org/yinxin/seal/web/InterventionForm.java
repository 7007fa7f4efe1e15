package org.yinxin.seal.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an officer intervenes, on which ground when it is for good, and whether they looked at it once more. */
public class InterventionForm {

    private String ground = "";

    @NotBlank(message = "{seal.intervention.reason.missing}")
    @Size(max = 500, message = "{seal.intervention.reason.long}")
    private String reason = "";

    private boolean confirmed;

    public String getGround() {
        return ground;
    }

    public void setGround(String ground) {
        this.ground = ground;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }
}
