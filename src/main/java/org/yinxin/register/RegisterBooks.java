package org.yinxin.register;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way by which entries get into the registers: added when new, changed when different, left alone otherwise, so
 * that putting the same rows in twice does nothing the second time.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RegisterBooks {

    private static final String ENTERPRISES = """
            insert into register.enterprise as e (uscc, name_zh, name_key, name_en, name_en_key, kind,
              legal_representative, legal_representative_id_digest, address, status, established_on, valid_until,
              division, code_override_reason, version, changed_at, changed_by, changed_in)
            select r.uscc, r.name_zh, r.name_key, r.name_en, r.name_en_key, r.kind, r.legal_representative,
              decode(r.identity, 'hex'), r.address, r.status, r.established_on, r.valid_until, r.division, r.reason,
              0, :at, :person, :import
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(uscc text, name_zh text, name_key text, name_en text,
              name_en_key text, kind text, legal_representative text, identity text, address text, status text,
              established_on date, valid_until date, division text, reason text)
            on conflict (uscc) do update set name_zh = excluded.name_zh, name_key = excluded.name_key,
              name_en = excluded.name_en, name_en_key = excluded.name_en_key, kind = excluded.kind,
              legal_representative = excluded.legal_representative,
              legal_representative_id_digest = excluded.legal_representative_id_digest, address = excluded.address,
              status = excluded.status, established_on = excluded.established_on, valid_until = excluded.valid_until,
              division = excluded.division,
              code_override_reason = coalesce(excluded.code_override_reason, e.code_override_reason),
              version = e.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
              changed_in = excluded.changed_in
            where (e.name_zh, e.name_en, e.kind, e.legal_representative, e.legal_representative_id_digest, e.address,
                e.status, e.established_on, e.valid_until, e.division, e.code_override_reason)
              is distinct from (excluded.name_zh, excluded.name_en, excluded.kind, excluded.legal_representative,
                excluded.legal_representative_id_digest, excluded.address, excluded.status, excluded.established_on,
                excluded.valid_until, excluded.division,
                coalesce(excluded.code_override_reason, e.code_override_reason))
            returning old.uscc is null""";

    private static final String FILINGS = """
            insert into register.seal_filing as f (code, uscc, kind, status, filed_on, version, changed_at, changed_by,
              changed_in)
            select r.code, r.uscc, r.kind, r.status, r.filed_on, 0, :at, :person, :import
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text, uscc text, kind text, status text,
              filed_on date)
            on conflict (code) do update set uscc = excluded.uscc, kind = excluded.kind, status = excluded.status,
              filed_on = excluded.filed_on, version = f.version + 1, changed_at = excluded.changed_at,
              changed_by = excluded.changed_by, changed_in = excluded.changed_in
            where (f.uscc, f.kind, f.status, f.filed_on)
              is distinct from (excluded.uscc, excluded.kind, excluded.status, excluded.filed_on)
            returning old.code is null""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RegisterBooks(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param rows each of another enterprise */
    public Tally putEnterprises(List<EnterpriseRow> rows, Author author) {
        return put(ENTERPRISES, rows.stream().map(RegisterBooks::columns).toList(), author);
    }

    /** @param rows each of another seal, of enterprises that the market register knows */
    public Tally putFilings(List<FilingRow> rows, Author author) {
        return put(FILINGS, rows.stream().map(RegisterBooks::columns).toList(), author);
    }

    private Tally put(String sql, List<Map<String, Object>> rows, Author author) {
        List<Boolean> written = jdbc.sql(sql)
                .param("rows", json.writeValueAsString(rows))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", author.personId(), Types.OTHER)
                .param("import", author.importId(), Types.OTHER)
                .query(Boolean.class)
                .list();
        int added = (int) written.stream().filter(Boolean::booleanValue).count();
        return new Tally(added, written.size() - added, rows.size() - written.size());
    }

    private static Map<String, Object> columns(EnterpriseRow row) {
        EnterpriseEntry entry = row.entry();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("uscc", entry.uscc().value());
        columns.put("name_zh", entry.nameZh());
        columns.put("name_key", Names.key(entry.nameZh()));
        if (entry.nameEn() != null) {
            columns.put("name_en", entry.nameEn());
            columns.put("name_en_key", Names.key(entry.nameEn()));
        }
        columns.put("kind", entry.kind().name());
        columns.put("legal_representative", entry.legalRepresentative());
        columns.put("identity", entry.legalRepresentativeIdDigest().hex().substring(2));
        columns.put("address", entry.address());
        columns.put("status", entry.status().name());
        columns.put("established_on", entry.establishedOn().toString());
        if (entry.validUntil() != null) {
            columns.put("valid_until", entry.validUntil().toString());
        }
        columns.put("division", entry.division());
        if (row.codeOverrideReason() != null) {
            columns.put("reason", row.codeOverrideReason());
        }
        return columns;
    }

    private static Map<String, Object> columns(FilingRow row) {
        return Map.of(
                "code", row.code().value(),
                "uscc", row.uscc().value(),
                "kind", row.kind().name(),
                "status", row.status().name(),
                "filed_on", row.filedOn().toString());
    }
}
