package org.yinxin.seal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.Uscc;

/** Whose e-seal it is and which filed physical seal it stands beside, in all versions the same. */
@Embeddable
class SealOwner {

    private String uscc;
    private String enterpriseName;
    private @Nullable String enterpriseNameEn;
    private String physicalSeal;

    @Enumerated(EnumType.STRING)
    private SealKind kind;

    @SuppressWarnings("NullAway.Init")
    protected SealOwner() {}

    SealOwner(SealIssueOrder order) {
        this.uscc = order.uscc().value();
        this.enterpriseName = order.enterpriseName();
        this.enterpriseNameEn = order.enterpriseNameEn();
        this.physicalSeal = order.physicalSeal().value();
        this.kind = order.kind();
    }

    private SealOwner(SealOwner same) {
        this.uscc = same.uscc;
        this.enterpriseName = same.enterpriseName;
        this.enterpriseNameEn = same.enterpriseNameEn;
        this.physicalSeal = same.physicalSeal;
        this.kind = same.kind;
    }

    SealOwner copy() {
        return new SealOwner(this);
    }

    Uscc uscc() {
        return new Uscc(uscc);
    }

    String enterpriseName() {
        return enterpriseName;
    }

    @Nullable
    String enterpriseNameEn() {
        return enterpriseNameEn;
    }

    SealCode physicalSeal() {
        return new SealCode(physicalSeal);
    }

    SealKind kind() {
        return kind;
    }
}
