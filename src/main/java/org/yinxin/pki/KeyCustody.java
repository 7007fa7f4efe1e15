package org.yinxin.pki;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps private keys, encrypted or in an HSM, and signs with them; none ever leaves. */
@Component
public class KeyCustody {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final KeyVault vault;
    private final OpenKeys open;

    KeyCustody(JdbcClient jdbc, Clock clock, KeyVault vault) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.vault = vault;
        this.open = new OpenKeys(clock);
    }

    /** Draws a key pair and keeps it. */
    public UUID generate(KeyAlgorithm algorithm) {
        KeptKey key = vault.draw(algorithm);
        jdbc.sql("""
                        insert into pki.key (id, algorithm, place, public_key, wrapped, master_key, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(key.id(), algorithm.name(), key.place().name(), key.publicKey())
                .param(key.wrapped())
                .param(key.under())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return key.id();
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
        try {
            return open.get(keyId, () -> vault.open(row(keyId))).sign(data);
        } catch (GeneralSecurityException | ProviderException e) {
            open.close(keyId);
            throw new KeyUnavailableException(keyId, e);
        }
    }

    /** What was opened does not stay open only because nobody signs any more. */
    @Scheduled(fixedDelay = 60_000)
    void closeOld() {
        open.closeOld();
    }

    /** @throws WrongMasterKeyException when keys are kept that nothing at hand opens */
    void checkMasterKey() {
        jdbc
                .sql("select master_key, count(*) as keys from pki.key group by master_key order by keys desc")
                .query((row, number) -> new WrongMasterKeyException(
                        row.getLong("keys"), row.getString("master_key"), vault.masterKeyFingerprint()))
                .list()
                .stream()
                .filter(wrong -> !vault.opens(wrong.expected()))
                .findFirst()
                .ifPresent(wrong -> {
                    throw wrong;
                });
    }

    private KeptKey row(UUID keyId) {
        return jdbc.sql("select * from pki.key where id = ?")
                .param(keyId)
                .query(KeptKey::of)
                .optional()
                .orElseThrow(() -> new KeyUnavailableException(keyId, null));
    }
}
