package org.yinxin.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.HolderSignature;
import org.yinxin.ledger.authority.KeyKind;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.authority.UseAuthority;
import org.yinxin.sealing.plan.AuthorisedUse;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;
import org.yinxin.shared.UseCode;

/** The rows of uses exactly as they stand, for comparing them with the chain. */
@Repository
class UseBookRows {

    private static final String ROWS = """
            select id, entry_id, code, seal_number, seal_on_chain, status, number, authorised_digest, sealed_digest,
                   purpose_digest, purpose, salt, kind, file_length, file_digest, plan, mandate, root_mandate, kind_leaf,
                   kind_proof, document_class, key_kind, key_x, key_y, chain_id, contract, expiry, signature_r, signature_s,
                   authenticator_data, client_data
              from sealing.use
            """;

    private final JdbcClient jdbc;

    UseBookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A use's row.
     *
     * @param code the identifier on the chain that follows from the code; absent where it is no code any more
     * @param authorisedOpened the commitment that file, places, purpose and salt make; absent where the row is older
     * @param purposeOpened the commitment that purpose and salt make
     * @param authority absent from uses older than signatures
     */
    record UseRow(
            UUID id,
            @Nullable UUID entry,
            @Nullable Digest code,
            String sealNumber,
            Digest seal,
            UseStatus status,
            @Nullable Long number,
            @Nullable Digest authorised,
            @Nullable Digest authorisedOpened,
            @Nullable Digest sealed,
            @Nullable Digest purposeDigest,
            Digest purposeOpened,
            @Nullable AuthorityRow authority) {}

    /** Under which mandate, with which key, for which contract, and the signature. */
    record AuthorityRow(
            Digest mandate,
            boolean root,
            String documentClass,
            AuthorityKey key,
            LedgerDomain domain,
            UseAuthority said) {}

    /**
     * A place in a book where numbers do not follow one another.
     *
     * @param before the number before; 0 at the beginning
     */
    record Gap(String sealNumber, long before, long number) {}

    /** Where the numbers of uses and words on them leave one out, or stand twice. */
    List<Gap> gaps() {
        return jdbc.sql("""
                        select seal_number, before, number from (
                          select seal_number, number, lag(number, 1, 0::bigint) over (partition by seal_number order by number) as before
                            from (select seal_number, number from sealing.use where number is not null
                                  union all
                                  select u.seal_number, m.number from sealing.use_mark m join sealing.use u on u.id = m.use_id
                                   where m.number is not null) as told) as line
                         where number <> before + 1 order by seal_number, number limit 1000""")
                .query((row, number) -> new Gap(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    List<UseRow> of(Collection<UUID> entries) {
        return entries.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS + "where entry_id in (:entries)")
                        .param("entries", entries)
                        .query(UseBookRows::row)
                        .list();
    }

    /** Uses that call themselves recorded, in the order of their identifiers; {@code null} begins. */
    List<UseRow> after(@Nullable UUID id, int count) {
        return jdbc.sql(ROWS + """
                        where (number is not null or status in ('RECORDED', 'RELEASED'))
                          and id > :after order by id limit :count""")
                .param("after", id == null ? new UUID(0, 0) : id)
                .param("count", count)
                .query(UseBookRows::row)
                .list();
    }

    private static UseRow row(ResultSet row, int number) throws SQLException {
        Salt salt = Salt.of(row.getBytes("salt"));
        String purpose = row.getString("purpose");
        Optional<UseCode> code = UseCode.parse(row.getString("code"));
        return new UseRow(
                row.getObject("id", UUID.class),
                row.getObject("entry_id", UUID.class),
                code.map(UseCode::onChain).orElse(null),
                row.getString("seal_number"),
                Digest.of(row.getBytes("seal_on_chain")),
                UseStatus.valueOf(row.getString("status")),
                row.getObject("number", Long.class),
                digest(row, "authorised_digest"),
                code.isEmpty() ? null : authorised(row, code.get(), salt, purpose),
                digest(row, "sealed_digest"),
                digest(row, "purpose_digest"),
                Commitment.of(salt, purpose),
                row.getBytes("signature_r") == null ? null : authority(row));
    }

    private static @Nullable Digest authorised(ResultSet row, UseCode code, Salt salt, String purpose)
            throws SQLException {
        Digest upload = digest(row, "file_digest");
        StampPlan plan = StampPlan.parse(row.getString("plan")).orElse(null);
        if (upload == null || plan == null) {
            return null;
        }
        boolean ofd = DocumentKind.valueOf(row.getString("kind")) == DocumentKind.OFD;
        UseNote note = new UseNote(code, salt, row.getInt("file_length"), ofd ? upload : null, plan);
        return AuthorisedUse.of(note, purpose, upload).authorised();
    }

    private static AuthorityRow authority(ResultSet row) throws SQLException {
        Digest mandate = Digest.of(row.getBytes("mandate"));
        List<Digest> proof = Stream.of(row.getString("kind_proof").split(" "))
                .filter(part -> !part.isEmpty())
                .map(Digest::fromHex)
                .toList();
        return new AuthorityRow(
                mandate,
                row.getBoolean("root_mandate"),
                row.getString("document_class"),
                new AuthorityKey(
                        KeyKind.valueOf(row.getString("key_kind")),
                        Digest.of(row.getBytes("key_x")),
                        Digest.of(row.getBytes("key_y"))),
                new LedgerDomain(row.getLong("chain_id"), row.getString("contract")),
                new UseAuthority(
                        mandate,
                        Digest.of(row.getBytes("kind_leaf")),
                        proof,
                        row.getTimestamp("expiry").toInstant(),
                        new HolderSignature(
                                Digest.of(row.getBytes("signature_r")),
                                Digest.of(row.getBytes("signature_s")),
                                row.getString("authenticator_data"),
                                row.getString("client_data"))));
    }

    private static @Nullable Digest digest(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : Digest.of(bytes);
    }
}
