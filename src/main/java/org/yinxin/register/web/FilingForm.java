package org.yinxin.register.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinxin.register.Column;
import org.yinxin.register.FilingRecord;
import org.yinxin.register.SealFiling;
import org.yinxin.shared.SealCode;

/**
 * A filing of a physical seal as an officer types it.
 *
 * @param version the version that the form was opened with; absent for a new filing
 */
record FilingForm(
        @Nullable String code,
        @Nullable String uscc,
        @Nullable String kind,
        @Nullable String status,
        @Nullable String filedOn,
        @Nullable Long version) {

    static FilingForm empty() {
        return new FilingForm(null, null, "STATUTORY_NAME", "IN_USE", null, null);
    }

    static FilingForm of(FilingRecord record) {
        SealFiling filing = record.filing();
        return new FilingForm(
                filing.code().value(),
                filing.uscc().value(),
                filing.kind().name(),
                filing.status().name(),
                filing.filedOn().toString(),
                record.version());
    }

    /** The same for a code that cannot be changed any more. */
    FilingForm withCode(SealCode fixed) {
        return new FilingForm(fixed.value(), uscc, kind, status, filedOn, version);
    }

    String cell(Column column) {
        return Objects.requireNonNullElse(
                switch (column) {
                    case CODE -> code;
                    case USCC -> uscc;
                    case SEAL_KIND -> kind;
                    case FILING_STATUS -> status;
                    case FILED_ON -> filedOn;
                    default -> null;
                },
                "");
    }
}
