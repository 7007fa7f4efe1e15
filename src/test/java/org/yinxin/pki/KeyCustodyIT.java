package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.IntegrationTest;

@ExtendWith(OutputCaptureExtension.class)
class KeyCustodyIT extends IntegrationTest {

    private static final String OTHER =
            Base64.getEncoder().encodeToString("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII));

    @Autowired
    private KeyCustody keys;

    @Autowired
    private KeyRewrapping rewrapping;

    @Autowired
    private PkiSettings settings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void allKeysAreWrappedAnewByTwoInstancesOfWhichOneWasKilledAndSignAllTheTime() throws Exception {
        List<UUID> some = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            some.add(keys.generate(i % 2 == 0 ? KeyAlgorithm.SM2 : KeyAlgorithm.P256));
        }
        String present = Objects.requireNonNull(settings.masterKey());
        AtomicInteger wrapped = new AtomicInteger();
        KeyVault dying = new KeyVault(PkiFixtures.settings(OTHER, present), PkiFixtures.NO_HSM) {
            @Override
            KeptKey wrapAnew(KeptKey key) throws GeneralSecurityException {
                if (wrapped.incrementAndGet() > 110) {
                    throw new IllegalStateException("killed");
                }
                return super.wrapAnew(key);
            }
        };
        KeyVault next = PkiFixtures.vault(OTHER, present);
        try {
            assertThatThrownBy(() -> new KeyRewrapping(jdbc, dying, transaction).run(Integer.MAX_VALUE))
                    .hasMessage("killed");
            KeyRewrapping resumed = new KeyRewrapping(jdbc, next, transaction);
            assertThat(resumed.left()).isPositive();
            assertThat(resumed.holdings()).hasSizeGreaterThanOrEqualTo(2);
            KeyCustody between = new KeyCustody(jdbc, clock, next);
            between.checkMasterKey();
            some.forEach(id -> assertSigns(between, id));

            try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
                Callable<Integer> run = () -> resumed.run(Integer.MAX_VALUE);
                for (var done : instances.invokeAll(List.of(run, run))) {
                    done.get();
                }
            }
            assertThat(resumed.left()).isZero();
            KeyCustody after = PkiFixtures.custody(jdbc, clock, OTHER, null);
            after.checkMasterKey();
            some.forEach(id -> assertSigns(after, id));
            assertThatThrownBy(PkiFixtures.custody(jdbc, clock, present, null)::checkMasterKey)
                    .isInstanceOf(WrongMasterKeyException.class)
                    .hasMessageContaining("YINXIN_PKI_PREVIOUSMASTERKEY");
        } finally {
            new KeyRewrapping(jdbc, PkiFixtures.vault(present, OTHER), transaction).run(Integer.MAX_VALUE);
        }
        assertThat(rewrapping.left()).isZero();
        keys.checkMasterKey();
        some.forEach(id -> assertSigns(keys, id));
    }

    @ParameterizedTest
    @EnumSource
    void keysInAnHsmSignThroughTheSameCustody(KeyAlgorithm algorithm) {
        Path library = SoftHsm.library();
        transaction.executeWithoutResult(status -> {
            // The shared context has no HSM and must not find such keys.
            status.setRollbackOnly();
            KeyVault vault = PkiFixtures.vault(Objects.requireNonNull(settings.masterKey()), library, "wrap-it");
            KeyCustody custody = new KeyCustody(jdbc, clock, vault);
            UUID id = custody.generate(algorithm);

            assertSigns(custody, id);
            custody.checkMasterKey();
            assertThatThrownBy(() -> keys.sign(id, new byte[1])).isInstanceOf(KeyUnavailableException.class);
            assertThatThrownBy(keys::checkMasterKey).hasMessageContaining("YINXIN_PKI_HSM_LIBRARY");
            assertThat(new KeyRewrapping(jdbc, vault, transaction).holdings())
                    .anyMatch(holding -> holding.inHsm() == (algorithm == KeyAlgorithm.P256) && holding.keys() > 0);
        });
    }

    @ParameterizedTest
    @EnumSource
    void noPrivateKeyIsInALogADumpAnExceptionOrAName(KeyAlgorithm algorithm, CapturedOutput output) throws Exception {
        UUID id = keys.generate(algorithm);
        keys.sign(id, new byte[1]);
        KeptKey row = jdbc.sql("select * from pki.key where id = ?")
                .param(id)
                .query(KeptKey::of)
                .single();
        byte[] plain = MasterKey.of(settings.masterKey()).unwrap(Objects.requireNonNull(row.wrapped()), row.context());
        byte[] secret = BigIntegers.asUnsignedByteArray(32, ((ECPrivateKey) KeyAlgorithm.privateKey(plain)).getS());
        KeyCustody wrong = PkiFixtures.custody(jdbc, clock, OTHER, null);
        StringWriter seen = new StringWriter();
        seen.append(row.toString()).append(keys.toString()).append(settings.toString());
        seen.append(PkiFixtures.vault(Objects.requireNonNull(settings.masterKey()), (String) null)
                .open(row)
                .toString());
        for (KeyCustody each : List.of(wrong, keys)) {
            try {
                each.sign(each == wrong ? id : UUID.randomUUID(), new byte[1]);
            } catch (KeyUnavailableException e) {
                e.printStackTrace(new PrintWriter(seen, true));
            }
        }
        seen.append(dump()).append(output.getAll());

        assertThat(seen.toString()).contains(id.toString());
        for (String form : forms(secret, plain)) {
            assertThat(seen.toString().toLowerCase(Locale.ROOT).contains(form.toLowerCase(Locale.ROOT)))
                    .as("the key %s is in a log, a dump or an exception", id)
                    .isFalse();
        }
    }

    private static List<String> forms(byte[] secret, byte[] plain) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return List.of(
                HexFormat.of().formatHex(secret),
                base64.encodeToString(secret).substring(0, 40),
                base64.encodeToString(plain),
                BigIntegers.fromUnsignedByteArray(secret).toString(),
                new String(secret, StandardCharsets.ISO_8859_1));
    }

    /** Every row of every table; PostgreSQL writes raw bytes in hex. */
    private String dump() {
        List<String> tables = jdbc.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""").query(String.class).list();
        StringBuilder text = new StringBuilder();
        for (String table : tables) {
            jdbc.sql("select t::text from " + table + " t limit 20000").query(String.class).list().stream()
                    .filter(Objects::nonNull)
                    .filter(row -> row.length() < 1_000_000)
                    .forEach(text::append);
        }
        return text.toString();
    }

    private static void assertSigns(KeyCustody custody, UUID id) {
        try {
            byte[] data = id.toString().getBytes(StandardCharsets.US_ASCII);
            Signature verifier = custody.algorithm(id).signature();
            verifier.initVerify(custody.publicKey(id));
            verifier.update(data);
            assertThat(verifier.verify(custody.sign(id, data))).isTrue();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
