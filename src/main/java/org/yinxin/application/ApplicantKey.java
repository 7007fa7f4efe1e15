package org.yinxin.application;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.authority.KeyMethod;
import org.yinxin.authority.KeyView;
import org.yinxin.ledger.authority.AuthorityKey;

/**
 * The legal representative's key as it was handed in: the root of all authority over the seal.
 *
 * @param keyId under which its holder enrolled it
 */
public record ApplicantKey(UUID keyId, KeyMethod method, AuthorityKey key, Instant enrolledAt) {

    static ApplicantKey of(KeyView view) {
        return new ApplicantKey(view.id(), view.method(), view.key(), view.enrolledAt());
    }

    /** What people read out and compare. */
    public String fingerprint() {
        return key.fingerprint();
    }
}
