package org.yinxin.sealing;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.AuthorisedUse;
import org.yinxin.sealing.plan.UseCommitment;
import org.yinxin.shared.Digest;

/** The commitments of a use: to what is authorised, to its purpose, and to what came out. */
@Embeddable
class UseDigests {

    private byte @Nullable [] authorisedDigest;
    private byte @Nullable [] sealedDigest;
    private byte @Nullable [] purposeDigest;

    protected UseDigests() {}

    UseDigests(AuthorisedUse what) {
        this.authorisedDigest = what.authorised().bytes();
        this.purposeDigest = what.purpose().bytes();
    }

    AuthorisedUse authorised() {
        return new AuthorisedUse(
                Digest.of(Objects.requireNonNull(authorisedDigest)), Digest.of(Objects.requireNonNull(purposeDigest)));
    }

    /** False when what came out is not what was authorised. */
    boolean seal(UseCommitment commitment) {
        if (!commitment.keepsTo(authorised())) {
            return false;
        }
        sealedDigest = commitment.sealed().bytes();
        return true;
    }
}
