package org.yinxin.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.authority.KeyMethod;
import org.yinxin.ledger.ApplicationCommitment;
import org.yinxin.ledger.KeyReplacementCommitment;
import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.ledger.authority.KeyKind;
import org.yinxin.register.EnterpriseKind;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Reference;
import org.yinxin.shared.Salt;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;

/** Decisions with what was decided on, exactly as their rows stand, for comparing them with the chain. */
@Repository
class ComparedDecisionRows {

    private static final String ROWS = """
            select d.id as decision_id, d.bureau, d.outcome, d.reason, d.reason_salt, d.content_digest as decided,
                   a.id as found_application, a.on_chain_id, a.content_salt, a.reference, a.purpose, a.status, s.*, s.id as submission_id, k.uscc as key_uscc,
                   sha256(f.content) as file_is, sha256(i.png) as imprint_is,
                   exists (select 1 from application.decision o where o.application_id = d.application_id
                              and o.outcome = 'REFUSED') as refused,
                   exists (select 1 from application.decision o where o.application_id = d.application_id
                              and o.outcome = 'APPROVED' and o.bureau = 'DATA_ADMINISTRATION') as approved
              from application.decision d
              left join application.seal_application a on a.id = d.application_id
              left join application.submission s on s.application_id = d.application_id and s.round = d.round
              left join application.key_binding k on k.x = s.key_x
              left join application.supporting_file f on f.id = s.file_id
              left join application.filed_imprint i
                on i.application_id = s.application_id and i.sha256 = s.imprint_sha256
            """;

    private final JdbcClient jdbc;

    ComparedDecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A decision's row; application and submission are absent when theirs are gone. */
    record Row(
            UUID decision,
            String bureau,
            String outcome,
            Digest reason,
            Digest decided,
            @Nullable Decided application,
            @Nullable Submitted submission) {}

    /**
     * The application's row.
     *
     * @param refused whether any bureau refused it
     * @param approved whether the last bureau approved it
     */
    record Decided(
            UUID id, Digest onChain, Purpose purpose, ApplicationStatus status, boolean refused, boolean approved) {

        /** Where it must stand, as far as decisions say so. */
        ApplicationStatus standing() {
            if (refused) {
                return ApplicationStatus.REFUSED;
            }
            boolean ended = status == ApplicationStatus.REFUSED || status == ApplicationStatus.ISSUED;
            return approved ? ApplicationStatus.ISSUED : ended ? ApplicationStatus.IN_REVIEW : status;
        }
    }

    /**
     * The submission's row, and what its columns amount to.
     *
     * @param kept the salted digest of the content that is kept
     * @param rebuilt the content that the columns make; absent where it is of an older format
     * @param committed the digest over all its parts, as the contract computes it
     * @param files the names of columns whose file is not what they say
     */
    record Submitted(
            String id,
            String uscc,
            String sealKind,
            String sealCode,
            Digest contentDigest,
            Digest kept,
            byte[] content,
            byte @Nullable [] rebuilt,
            Digest enterprise,
            Digest physicalSeal,
            Digest committed,
            List<String> files) {

        boolean rebuiltSame() {
            return rebuilt == null || Arrays.equals(content, rebuilt);
        }
    }

    List<Row> of(Collection<UUID> decisions) {
        return decisions.isEmpty()
                ? List.of()
                : jdbc.sql(ROWS + "where d.id in (:decisions)")
                        .param("decisions", decisions)
                        .query(ComparedDecisionRows::row)
                        .list();
    }

    /** All decisions, in the order of their identifiers; {@code null} begins. */
    List<UUID> after(@Nullable UUID id, int count) {
        return jdbc.sql("select id from application.decision where id > :after order by id limit :count")
                .param("after", id == null ? new UUID(0, 0) : id)
                .param("count", count)
                .query(UUID.class)
                .list();
    }

    /** Applications that call themselves decided where nobody decided so. */
    List<Digest> endedByNobody() {
        return jdbc.sql("""
                        select a.on_chain_id from application.seal_application a
                         where a.status = 'ISSUED' and not exists (
                                 select 1 from application.decision d where d.application_id = a.id
                                    and d.bureau = 'DATA_ADMINISTRATION' and d.outcome = 'APPROVED')
                            or a.status = 'REFUSED' and not exists (
                                 select 1 from application.decision d where d.application_id = a.id
                                    and d.outcome = 'REFUSED')
                         order by a.started_at limit 1000""").query((row, number) -> Digest.of(row.getBytes(1))).list();
    }

    /** Submissions of rounds that there were not. */
    List<String> submissionsOfNoRound() {
        return jdbc.sql("""
                        select s.id from application.submission s
                          left join application.seal_application a on a.id = s.application_id
                         where a.id is null or s.round > a.round order by s.submitted_at limit 1000""").query(String.class).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Decided application = row.getObject("found_application") == null
                ? null
                : new Decided(
                        row.getObject("found_application", UUID.class),
                        digest(row, "on_chain_id"),
                        Purpose.valueOf(row.getString("purpose")),
                        ApplicationStatus.valueOf(row.getString("status")),
                        row.getBoolean("refused"),
                        row.getBoolean("approved"));
        return new Row(
                row.getObject("decision_id", UUID.class),
                row.getString("bureau"),
                row.getString("outcome"),
                Commitment.of(Salt.of(row.getBytes("reason_salt")), row.getString("reason")),
                digest(row, "decided"),
                application,
                application == null || row.getObject("submission_id") == null ? null : submitted(row, application));
    }

    private static Submitted submitted(ResultSet row, Decided application) throws SQLException {
        byte[] content = row.getBytes("content");
        Digest contentDigest = digest(row, "content_digest");
        Digest enterprise = digest(row, "enterprise_commitment");
        Digest physicalSeal = digest(row, "physical_seal_commitment");
        ApplicantKey key = row.getString("key_kind") == null ? null : key(row);
        return new Submitted(
                row.getString("submission_id"),
                row.getString("uscc"),
                row.getString("seal_kind"),
                row.getString("seal_code"),
                contentDigest,
                Commitment.of(Salt.of(row.getBytes("content_salt")), content),
                content,
                key == null ? null : rebuilt(row, application.purpose(), key, content),
                enterprise,
                physicalSeal,
                committed(row, application, key, enterprise, physicalSeal, contentDigest),
                files(row, key));
    }

    private static Digest committed(
            ResultSet row,
            Decided application,
            @Nullable ApplicantKey key,
            Digest enterprise,
            Digest physicalSeal,
            Digest content)
            throws SQLException {
        if (application.purpose() == Purpose.KEY_REPLACEMENT && key != null) {
            return new KeyReplacementCommitment(application.onChain(), digest(row, "seal_on_chain"), content, key.key())
                    .digest();
        }
        return key == null
                ? ApplicationCommitment.withoutKey(application.onChain(), enterprise, physicalSeal, content)
                : new ApplicationCommitment(application.onChain(), enterprise, physicalSeal, content, key.key())
                        .digest();
    }

    private static byte @Nullable [] rebuilt(ResultSet row, Purpose purpose, ApplicantKey key, byte[] kept)
            throws SQLException {
        EnterpriseDetails enterprise = new EnterpriseDetails(
                new Uscc(row.getString("uscc")),
                row.getString("enterprise_name_zh"),
                row.getString("enterprise_name_en"),
                EnterpriseKind.valueOf(row.getString("enterprise_kind")),
                row.getString("legal_representative"),
                row.getString("address"));
        Reference reference = new Reference(row.getString("reference"));
        SealCode physicalSeal = new SealCode(row.getString("seal_code"));
        SealKind kind = SealKind.valueOf(row.getString("seal_kind"));
        String declaration = row.getString("declaration");
        CanonicalContent content = purpose == Purpose.SEAL
                ? new SealContent(
                        reference,
                        enterprise,
                        physicalSeal,
                        kind,
                        ImprintSource.valueOf(row.getString("imprint_source")),
                        Period.ofMonths(row.getInt("validity_months")).normalized(),
                        digest(row, "file_sha256"),
                        declaration,
                        row.getBytes("imprint_sha256") == null ? null : digest(row, "imprint_sha256"),
                        key)
                : new KeyReplacementContent(
                        reference,
                        enterprise,
                        new SealNumber(row.getString("seal_number")),
                        digest(row, "seal_on_chain"),
                        physicalSeal,
                        kind,
                        row.getString("replacement_reason"),
                        declaration,
                        key);
        byte[] bytes = content.bytes();
        return sameFormat(bytes, kept) ? bytes : null;
    }

    /** Each content begins with its format's name, the length first. */
    private static boolean sameFormat(byte[] one, byte[] other) {
        int end = Integer.BYTES + one[Integer.BYTES - 1];
        return other.length >= end && Arrays.equals(one, 0, end, other, 0, end);
    }

    private static List<String> files(ResultSet row, @Nullable ApplicantKey key) throws SQLException {
        boolean file = Arrays.equals(row.getBytes("file_sha256"), row.getBytes("file_is"));
        boolean imprint = Arrays.equals(row.getBytes("imprint_sha256"), row.getBytes("imprint_is"));
        boolean bound = key == null || Objects.equals(row.getString("uscc"), row.getString("key_uscc"));
        return Stream.of(
                        file ? "" : "supporting_file.content",
                        imprint ? "" : "filed_imprint.png",
                        bound ? "" : "key_binding.uscc")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static ApplicantKey key(ResultSet row) throws SQLException {
        return new ApplicantKey(
                row.getObject("key_id", UUID.class),
                KeyMethod.valueOf(row.getString("key_method")),
                new AuthorityKey(
                        KeyKind.valueOf(row.getString("key_kind")), digest(row, "key_x"), digest(row, "key_y")),
                row.getTimestamp("key_enrolled_at").toInstant());
    }

    private static Digest digest(ResultSet row, String column) throws SQLException {
        return Digest.of(row.getBytes(column));
    }
}
