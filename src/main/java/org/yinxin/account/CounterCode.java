package org.yinxin.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;

/** A code that an officer handed to somebody whose identity card they had seen; it opens one account once. */
@Entity
@Table(schema = "account", name = "counter_code")
class CounterCode {

    @Id
    private UUID id;

    private UUID personId;
    private UUID issuedBy;
    private byte[] codeDigest;
    private Instant issuedAt;
    private Instant validUntil;
    private @Nullable Instant usedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected CounterCode() {}

    CounterCode(UUID personId, UUID issuedBy, String code, Instant issuedAt, Instant validUntil) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.issuedBy = issuedBy;
        this.codeDigest = digest(code).bytes();
        this.issuedAt = issuedAt;
        this.validUntil = validUntil;
    }

    boolean opens(String code, Instant now) {
        return usedAt == null && now.isBefore(validUntil) && digest(code).equals(Digest.of(codeDigest));
    }

    void useUp(Instant now) {
        usedAt = now;
    }

    private static Digest digest(String code) {
        return Digest.sha256(code.getBytes(StandardCharsets.US_ASCII));
    }
}
