package org.yinxin.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.yinxin.authority.KeyMethod;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.KeyKind;
import org.yinxin.shared.Digest;

/** The columns of an {@link ApplicantKey}. */
@Embeddable
class SubmittedKey {

    private UUID keyId;

    @Enumerated(EnumType.STRING)
    private KeyMethod keyMethod;

    @Enumerated(EnumType.STRING)
    private KeyKind keyKind;

    @Column(name = "key_x")
    private byte[] keyX;

    @Column(name = "key_y")
    private byte[] keyY;

    private Instant keyEnrolledAt;

    @SuppressWarnings("NullAway.Init")
    protected SubmittedKey() {}

    SubmittedKey(ApplicantKey key) {
        this.keyId = key.keyId();
        this.keyMethod = key.method();
        this.keyKind = key.key().kind();
        this.keyX = key.key().x().bytes();
        this.keyY = key.key().y().bytes();
        this.keyEnrolledAt = key.enrolledAt();
    }

    ApplicantKey key() {
        return new ApplicantKey(
                keyId, keyMethod, new AuthorityKey(keyKind, Digest.of(keyX), Digest.of(keyY)), keyEnrolledAt);
    }
}
