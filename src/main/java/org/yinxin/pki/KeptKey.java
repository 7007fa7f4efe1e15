package org.yinxin.pki;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.shared.Digest;

/**
 * A key as its row keeps it.
 *
 * @param publicKey SubjectPublicKeyInfo, DER
 * @param wrapped the encrypted PKCS #8 key; none when the HSM holds it
 * @param under the fingerprint of what wrapped it
 */
record KeptKey(
        UUID id, KeyAlgorithm algorithm, KeyPlace place, byte[] publicKey, byte @Nullable [] wrapped, String under) {

    static KeptKey of(ResultSet row, int number) throws SQLException {
        return new KeptKey(
                row.getObject("id", UUID.class),
                KeyAlgorithm.valueOf(row.getString("algorithm")),
                KeyPlace.valueOf(row.getString("place")),
                row.getBytes("public_key"),
                row.getBytes("wrapped"),
                row.getString("master_key"));
    }

    /** Ties the ciphertext to its row: moved to another, or beside another public key, it does not open. */
    byte[] context() {
        return context(id, algorithm, publicKey);
    }

    static byte[] context(UUID id, KeyAlgorithm algorithm, byte[] publicKey) {
        return Digest.sha256((id + " " + algorithm.name() + " ").getBytes(StandardCharsets.US_ASCII), publicKey)
                .bytes();
    }

    @Override
    public String toString() {
        return "KeptKey[" + id + ", " + algorithm + ", " + place + "]";
    }
}
