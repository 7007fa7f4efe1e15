package org.yinxin.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.shared.Digest;

/** Keeps private keys, encrypted under the master key, and signs with them; none ever leaves. */
@Component
public class KeyCustody {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MasterKey masterKey;

    KeyCustody(JdbcClient jdbc, Clock clock, PkiSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.masterKey = MasterKey.of(settings.masterKey());
    }

    /** Draws a key pair and keeps it. */
    public UUID generate(KeyAlgorithm algorithm) {
        UUID id = UUID.randomUUID();
        try {
            KeyPair pair = algorithm.draw();
            byte[] publicKey = pair.getPublic().getEncoded();
            byte[] plain = pair.getPrivate().getEncoded();
            byte[] wrapped = masterKey.wrap(plain, context(id, algorithm, publicKey));
            Arrays.fill(plain, (byte) 0);
            jdbc.sql("""
                            insert into pki.key (id, algorithm, public_key, wrapped, master_key, created_at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(id, algorithm.name(), publicKey, wrapped, masterKey.fingerprint())
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return id;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key pair could be drawn for " + algorithm, e);
        }
    }

    public KeyAlgorithm algorithm(UUID keyId) {
        return row(keyId).algorithm();
    }

    public PublicKey publicKey(UUID keyId) {
        try {
            return KeyAlgorithm.publicKey(row(keyId).publicKey());
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailableException(keyId, e);
        }
    }

    /** The DER signature (SEQUENCE of r and s) over the data, hashed as the key's algorithm asks. */
    public byte[] sign(UUID keyId, byte[] data) {
        Row row = row(keyId);
        try {
            Signature signer = row.algorithm().signature();
            signer.initSign(unwrap(keyId, row));
            signer.update(data);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailableException(keyId, e);
        }
    }

    /** @throws WrongMasterKeyException when keys are kept that the configured master key does not open */
    void checkMasterKey() {
        jdbc.sql("""
                        select master_key, count(*) as keys from pki.key
                        where master_key <> ? group by master_key order by keys desc limit 1""")
                .param(masterKey.fingerprint())
                .query((row, number) -> new WrongMasterKeyException(
                        row.getLong("keys"), row.getString("master_key"), masterKey.fingerprint()))
                .optional()
                .ifPresent(wrong -> {
                    throw wrong;
                });
    }

    private PrivateKey unwrap(UUID keyId, Row row) throws GeneralSecurityException {
        byte[] plain = masterKey.unwrap(row.wrapped(), context(keyId, row.algorithm(), row.publicKey()));
        try {
            return KeyAlgorithm.privateKey(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] context(UUID id, KeyAlgorithm algorithm, byte[] publicKey) {
        return Digest.sha256((id + " " + algorithm.name() + " ").getBytes(StandardCharsets.US_ASCII), publicKey)
                .bytes();
    }

    private Row row(UUID keyId) {
        return jdbc.sql("select algorithm, public_key, wrapped from pki.key where id = ?")
                .param(keyId)
                .query(Row::of)
                .optional()
                .orElseThrow(() -> new KeyUnavailableException(keyId, null));
    }

    private record Row(KeyAlgorithm algorithm, byte[] publicKey, byte[] wrapped) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    KeyAlgorithm.valueOf(row.getString("algorithm")),
                    row.getBytes("public_key"),
                    row.getBytes("wrapped"));
        }

        @Override
        public String toString() {
            return "Row[" + algorithm + "]";
        }
    }
}
