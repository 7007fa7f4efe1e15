package org.yinxin.application;

/** Where an application stands inside the bureaus; {@link #publicStatus()} is what its applicant reads. */
public enum ApplicationStatus {
    DRAFT(PublicStatus.DRAFT),
    SUBMITTED(PublicStatus.UNDER_REVIEW),
    IN_REVIEW(PublicStatus.UNDER_REVIEW),
    RETURNED(PublicStatus.CORRECTION_NEEDED),
    RESUBMITTED(PublicStatus.UNDER_REVIEW),
    ISSUED(PublicStatus.ISSUED),
    REFUSED(PublicStatus.REFUSED),
    WITHDRAWN(PublicStatus.WITHDRAWN);

    private final PublicStatus publicStatus;

    ApplicationStatus(PublicStatus publicStatus) {
        this.publicStatus = publicStatus;
    }

    public PublicStatus publicStatus() {
        return publicStatus;
    }

    /** Whether its applicant may change what it says. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether the bureaus may decide on it. */
    public boolean decidable() {
        return publicStatus == PublicStatus.UNDER_REVIEW;
    }

    /** Whether it was submitted and is not at its end yet: one such application per enterprise and physical seal. */
    public boolean open() {
        return decidable() || this == RETURNED;
    }
}
