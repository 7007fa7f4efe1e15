package org.yinxin.shared;

import java.nio.charset.StandardCharsets;

/** Salted digests: what the chain may hold of things that must not stand there. */
public final class Commitment {

    private Commitment() {}

    /** SHA-256 over the salt and then the data. */
    public static Digest of(Salt salt, byte[] data) {
        return Digest.sha256(salt.bytes(), data);
    }

    public static Digest of(Salt salt, String text) {
        return of(salt, text.getBytes(StandardCharsets.UTF_8));
    }
}
