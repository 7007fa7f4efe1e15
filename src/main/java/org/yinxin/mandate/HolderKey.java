package org.yinxin.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.yinxin.authority.KeyView;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.KeyKind;
import org.yinxin.shared.Digest;

/** Who holds a mandate and by which key, as it stood when they accepted. */
@Embeddable
record HolderKey(
        UUID personId,
        UUID keyId,

        @Enumerated(EnumType.STRING) @Column(name = "key_kind")
        KeyKind kind,

        @Column(name = "key_x") byte[] x,
        @Column(name = "key_y") byte[] y) {

    static HolderKey of(UUID personId, UUID keyId, AuthorityKey key) {
        return new HolderKey(
                personId, keyId, key.kind(), key.x().bytes(), key.y().bytes());
    }

    static HolderKey of(KeyView key) {
        return of(key.personId(), key.id(), key.key());
    }

    AuthorityKey key() {
        return new AuthorityKey(kind, Digest.of(x), Digest.of(y));
    }
}
