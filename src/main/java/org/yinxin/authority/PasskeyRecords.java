package org.yinxin.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enrolled passkeys as Spring Security knows them. The key is entered in the {@link KeyBook} with the passkey. */
@Component
@Transactional
class PasskeyRecords implements UserCredentialRepository {

    private static final String SELECT = """
            select passkey.*, key.label, key.enrolled_at, holder.handle from authority.passkey passkey
            join authority.enrolled_key key on key.id = passkey.key_id
            join authority.holder holder on holder.person_id = key.person_id where\s""";

    private final JdbcClient jdbc;
    private final KeyBook keys;
    private final Holders holders;
    private final Clock clock;

    PasskeyRecords(JdbcClient jdbc, KeyBook keys, Holders holders, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.holders = holders;
        this.clock = clock;
    }

    @Override
    public void save(CredentialRecord record) {
        int used = jdbc.sql("""
                        update authority.passkey set signature_count = ?, last_sign_in_at = ? where credential_id = ?""")
                .params(
                        record.getSignatureCount(),
                        Timestamp.from(clock.instant()),
                        record.getCredentialId().getBytes())
                .update();
        if (used == 0) {
            enrol(record);
        }
    }

    private void enrol(CredentialRecord record) {
        UUID personId =
                holders.personOf(record.getUserEntityUserId().getBytes()).orElseThrow();
        KeyView key = keys.enter(
                UUID.randomUUID(),
                personId,
                record.getLabel(),
                KeyMethod.PASSKEY,
                CoseKeys.authorityKey(record.getPublicKey().getBytes()));
        jdbc.sql("""
                        insert into authority.passkey (key_id, credential_id, cose_key, attestation_object, transports,
                                                       signature_count, backup_eligible, backed_up)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.id(),
                        record.getCredentialId().getBytes(),
                        record.getPublicKey().getBytes(),
                        attestation(record),
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(" ")),
                        record.getSignatureCount(),
                        record.isBackupEligible(),
                        record.isBackupState())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql(SELECT + "passkey.credential_id = ?")
                .param(credentialId.getBytes())
                .query((row, number) -> record(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(SELECT + "holder.handle = ? order by key.enrolled_at")
                .param(handle.getBytes())
                .query((row, number) -> record(row))
                .list();
    }

    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("A passkey goes with its key");
    }

    private static byte[] attestation(CredentialRecord record) {
        Bytes attestation = record.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("A passkey is enrolled with its attestation object");
        }
        return attestation.getBytes();
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        Timestamp lastSignIn = row.getTimestamp("last_sign_in_at");
        var enrolledAt = row.getTimestamp("enrolled_at").toInstant();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("cose_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .label(row.getString("label"))
                .created(enrolledAt)
                .lastUsed(lastSignIn == null ? enrolledAt : lastSignIn.toInstant())
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
