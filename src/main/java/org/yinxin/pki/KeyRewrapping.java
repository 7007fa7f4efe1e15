package org.yinxin.pki;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps private keys anew under the present wrapping key, batch by batch: each batch is one transaction, what another
 * instance works on is passed over, and an interrupted run leaves every key under one of the two keys.
 */
@Component
public class KeyRewrapping {

    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final KeyVault vault;
    private final TransactionTemplate transaction;

    KeyRewrapping(JdbcClient jdbc, KeyVault vault, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transaction = transaction;
    }

    /** What the keys are under, the present wrapping key first. */
    public List<Holding> holdings() {
        String present = present();
        return jdbc.sql("""
                        select place, master_key, count(*) as keys from pki.key group by place, master_key
                        order by master_key = ? desc, keys desc""")
                .param(present)
                .query((row, number) -> new Holding(
                        row.getString("place").equals(KeyPlace.HSM.name()),
                        row.getString("master_key"),
                        row.getLong("keys"),
                        row.getString("master_key").equals(present)))
                .list();
    }

    /** How many keys are under another wrapping key than the present one. */
    public long left() {
        return jdbc.sql("select count(*) from pki.key where place = 'WRAPPED' and master_key <> ?")
                .param(present())
                .query(Long.class)
                .single();
    }

    /**
     * @param atMost after how many keys to stop, roughly
     * @return how many were wrapped anew
     */
    public int run(int atMost) {
        int done = 0;
        while (done < atMost) {
            int batch =
                    Optional.ofNullable(transaction.execute(status -> batch())).orElse(0);
            if (batch == 0) {
                return done;
            }
            done += batch;
        }
        return done;
    }

    private int batch() {
        List<KeptKey> keys =
                jdbc.sql("""
                        select * from pki.key where place = 'WRAPPED' and master_key <> ?
                        order by id limit ? for update skip locked""").params(present(), BATCH).query(KeptKey::of).list();
        for (KeptKey key : keys) {
            KeptKey anew = anew(key);
            jdbc.sql("update pki.key set wrapped = ?, master_key = ? where id = ?")
                    .param(anew.wrapped())
                    .params(anew.under(), key.id())
                    .update();
        }
        return keys.size();
    }

    private KeptKey anew(KeptKey key) {
        try {
            return vault.wrapAnew(key);
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailableException(key.id(), e);
        }
    }

    private String present() {
        try {
            return vault.wrappingKey().fingerprint();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("There is no wrapping key at hand", e);
        }
    }

    /**
     * Keys that are kept the same way.
     *
     * @param inHsm whether they live in the HSM and need no wrapping
     * @param under the fingerprint of the wrapping key
     * @param present whether that is the key under which new ones are wrapped
     */
    public record Holding(boolean inHsm, String under, long keys, boolean present) {}
}
