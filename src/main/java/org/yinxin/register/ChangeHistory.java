package org.yinxin.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what in an entry, the latest first. */
@Component
@Transactional(readOnly = true)
public class ChangeHistory {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("name_zh", "nameZh"),
            Map.entry("name_en", "nameEn"),
            Map.entry("kind", "kind"),
            Map.entry("legal_representative", "legalRepresentative"),
            Map.entry("legal_representative_id_digest", "legalRepresentativeId"),
            Map.entry("address", "address"),
            Map.entry("status", "status"),
            Map.entry("established_on", "establishedOn"),
            Map.entry("valid_until", "validUntil"),
            Map.entry("division", "division"),
            Map.entry("code_override_reason", "codeOverrideReason"),
            Map.entry("uscc", "uscc"),
            Map.entry("filed_on", "filedOn"),
            Map.entry("imprint_digest", "imprint"));

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ChangeHistory(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<ChangeRecord> of(Uscc uscc) {
        return of("ENTERPRISE", uscc.value());
    }

    public List<ChangeRecord> of(SealCode code) {
        return of("FILING", code.value());
    }

    private List<ChangeRecord> of(String register, String key) {
        return jdbc.sql("select * from register.change where register = ? and key = ? order by id desc limit 100")
                .params(register, key)
                .query(this::change)
                .list();
    }

    private ChangeRecord change(ResultSet row, int number) throws SQLException {
        String before = row.getString("before");
        Author author = new Author(row.getObject("person_id", UUID.class), row.getObject("import_id", UUID.class));
        return new ChangeRecord(
                row.getTimestamp("at").toInstant(),
                author,
                before == null,
                before == null ? List.of() : differences(fields(before), fields(row.getString("after"))));
    }

    private Map<String, @Nullable Object> fields(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }

    private static List<FieldChange> differences(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        List<FieldChange> changes = new ArrayList<>();
        after.forEach((column, value) -> {
            if (!Objects.equals(before.get(column), value)) {
                changes.add(new FieldChange(
                        FIELDS.getOrDefault(column, column),
                        Objects.toString(before.get(column), ""),
                        Objects.toString(value, ""),
                        column.endsWith("_digest")));
            }
        });
        return changes;
    }
}
