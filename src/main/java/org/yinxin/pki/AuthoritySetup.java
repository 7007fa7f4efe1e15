package org.yinxin.pki;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.pki.CertificateRecords.Record;

/**
 * Makes the certificate authorities at the first start and their successors in time, once even when several instances do
 * it together.
 */
@Component
class AuthoritySetup implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(AuthoritySetup.class);

    private final JdbcClient jdbc;
    private final KeyVault vault;
    private final KeyCustody keys;
    private final CertificateRecords records;
    private final CertificateSigning signing;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String organisation;

    AuthoritySetup(
            JdbcClient jdbc,
            KeyVault vault,
            KeyCustody keys,
            CertificateRecords records,
            CertificateSigning signing,
            TransactionTemplate transaction,
            Clock clock,
            PkiSettings settings) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.keys = keys;
        this.records = records;
        this.signing = signing;
        this.transaction = transaction;
        this.clock = clock;
        this.organisation = settings.organisation();
    }

    @Override
    public void afterSingletonsInstantiated() {
        keys.checkMasterKey();
        transaction.executeWithoutResult(status -> {
            lock();
            vault.prepare();
        });
        renew(clock.instant());
    }

    @Scheduled(cron = "0 17 */6 * * *")
    void renew() {
        renew(clock.instant());
    }

    void renew(Instant now) {
        transaction.executeWithoutResult(status -> {
            lock();
            for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
                keepUp(CertificateRole.ROOT, algorithm, now);
                keepUp(CertificateRole.ISSUING, algorithm, now);
                keepUp(CertificateRole.TSA, algorithm, now);
                respond(algorithm, now);
            }
            keepUp(CertificateRole.MAKER, KeyAlgorithm.SM2, now);
            keepUp(CertificateRole.SERVICE, KeyAlgorithm.P256, now);
        });
    }

    /** Held until the transaction ends: only one instance changes authorities at a time. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('pki.setup', 0))")
                .query((row, number) -> true)
                .single();
    }

    private void keepUp(CertificateRole role, KeyAlgorithm algorithm, Instant now) {
        Optional<Record> newest = records.authority(role, algorithm);
        if (newest.isPresent() && !AuthorityTerm.of(role).isOver(newest.get().notAfter(), now)) {
            return;
        }
        if (role == CertificateRole.ISSUING
                && newest.filter(records::isBelowOthers).isPresent()) {
            LOG.warn(
                    "The issuing authority for {} ends on {}; its successor must be certified outside",
                    algorithm,
                    newest.get().notAfter());
            return;
        }
        make(role, algorithm, now, role == CertificateRole.ROOT ? null : above(role, algorithm));
    }

    /** Each issuing authority whose certificates may still be asked about has a responder of its own. */
    private void respond(KeyAlgorithm algorithm, Instant now) {
        AuthorityTerm term = AuthorityTerm.of(CertificateRole.OCSP);
        for (Record issuing : records.authorities(CertificateRole.ISSUING, algorithm)) {
            boolean asked = now.isBefore(issuing.notAfter());
            boolean missing = records.responder(issuing.id())
                    .filter(newest -> !term.isOver(newest.notAfter(), now)
                            || !newest.notAfter().isBefore(issuing.notAfter()))
                    .isEmpty();
            if (asked && missing) {
                make(CertificateRole.OCSP, algorithm, now, issuing);
            }
        }
    }

    private Record above(CertificateRole role, KeyAlgorithm algorithm) {
        return records.authority(role.above(), algorithm).orElseThrow();
    }

    private void make(CertificateRole role, KeyAlgorithm algorithm, Instant now, @Nullable Record issuer) {
        int generation = records.newestGeneration(role, algorithm) + 1;
        signing.authority(
                role,
                CertificateNames.authority(organisation, role, algorithm, generation),
                generation,
                keys.generate(algorithm),
                now,
                AuthorityTerm.of(role).end(now),
                issuer);
    }
}
