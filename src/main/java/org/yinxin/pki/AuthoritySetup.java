package org.yinxin.pki;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.x500.X500Name;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the certificate authorities at the first start, once even when several instances start together. */
@Component
class AuthoritySetup implements SmartInitializingSingleton {

    private static final int ROOT_YEARS = 30;
    private static final int ISSUING_YEARS = 15;
    private static final int MAKER_YEARS = 15;

    private final JdbcClient jdbc;
    private final KeyCustody keys;
    private final CertificateRecords records;
    private final CertificateSigning signing;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String organisation;

    AuthoritySetup(
            JdbcClient jdbc,
            KeyCustody keys,
            CertificateRecords records,
            CertificateSigning signing,
            TransactionTemplate transaction,
            Clock clock,
            PkiSettings settings) {
        this.jdbc = jdbc;
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
        transaction.executeWithoutResult(status -> makeMissing());
    }

    private void makeMissing() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('pki.setup', 0))")
                .query((row, number) -> true)
                .single();
        Instant now = clock.instant();
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            if (records.authority(CertificateRole.ROOT, algorithm).isEmpty()) {
                X500Name name = CertificateNames.authority(organisation, "Root CA", algorithm);
                signing.selfSign(algorithm, name, now, years(now, ROOT_YEARS));
            }
            makeMissing(CertificateRole.ISSUING, "Issuing CA", algorithm, now, ISSUING_YEARS);
        }
        makeMissing(CertificateRole.MAKER, "Seal Maker", KeyAlgorithm.SM2, now, MAKER_YEARS);
    }

    private void makeMissing(CertificateRole role, String what, KeyAlgorithm algorithm, Instant now, int years) {
        if (records.authority(role, algorithm).isEmpty()) {
            signing.issue(
                    role,
                    CertificateNames.authority(organisation, what, algorithm),
                    keys.generate(algorithm),
                    now,
                    years(now, years),
                    (above, of) -> records.authority(above, of).orElseThrow());
        }
    }

    private static Instant years(Instant from, int years) {
        return from.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    }
}
