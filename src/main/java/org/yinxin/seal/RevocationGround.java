package org.yinxin.seal;

import java.util.Optional;
import java.util.stream.Stream;
import org.yinxin.pki.RevocationReason;

/** Why an officer ends a seal for good, 注销事由: what the revocation of its certificates tells everybody (RFC 5280, 5.3.1). */
public enum RevocationGround {
    /** The key or the device that opens it was lost, stolen or copied. */
    KEY_COMPROMISE(RevocationReason.KEY_COMPROMISE),
    /** The enterprise is no longer what its certificates say. */
    AFFILIATION_CHANGED(RevocationReason.AFFILIATION_CHANGED),
    /** The enterprise ended, or needs the seal no more. */
    CESSATION_OF_OPERATION(RevocationReason.CESSATION_OF_OPERATION),
    /** The seal should not have been given, or may no longer be had. */
    PRIVILEGE_WITHDRAWN(RevocationReason.PRIVILEGE_WITHDRAWN);

    private final RevocationReason ofCertificates;

    RevocationGround(RevocationReason ofCertificates) {
        this.ofCertificates = ofCertificates;
    }

    RevocationReason ofCertificates() {
        return ofCertificates;
    }

    /** The ground of this name, if there is such a one. */
    public static Optional<RevocationGround> of(String name) {
        return Stream.of(values()).filter(ground -> ground.name().equals(name)).findFirst();
    }
}
