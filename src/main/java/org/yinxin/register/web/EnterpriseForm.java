package org.yinxin.register.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinxin.register.Column;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.EnterpriseRecord;
import org.yinxin.shared.Uscc;

/**
 * An enterprise as an officer types it.
 *
 * @param version the version that the form was opened with; absent for a new entry
 */
record EnterpriseForm(
        @Nullable String uscc,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String kind,
        @Nullable String legalRepresentative,
        @Nullable String legalRepresentativeId,
        @Nullable String address,
        @Nullable String status,
        @Nullable String establishedOn,
        @Nullable String validUntil,
        @Nullable String division,
        @Nullable String codeOverrideReason,
        @Nullable Long version) {

    static EnterpriseForm empty() {
        return new EnterpriseForm(null, null, null, null, null, null, null, "ACTIVE", null, null, null, null, null);
    }

    static EnterpriseForm of(EnterpriseRecord enterprise) {
        EnterpriseEntry entry = enterprise.entry();
        return new EnterpriseForm(
                entry.uscc().value(),
                entry.nameZh(),
                entry.nameEn(),
                entry.kind().name(),
                entry.legalRepresentative(),
                null,
                entry.address(),
                entry.status().name(),
                entry.establishedOn().toString(),
                Objects.toString(entry.validUntil(), ""),
                entry.division(),
                enterprise.row().codeOverrideReason(),
                enterprise.version());
    }

    /** The same for a code that cannot be changed any more. */
    EnterpriseForm withUscc(Uscc code) {
        return new EnterpriseForm(
                code.value(),
                nameZh,
                nameEn,
                kind,
                legalRepresentative,
                legalRepresentativeId,
                address,
                status,
                establishedOn,
                validUntil,
                division,
                codeOverrideReason,
                version);
    }

    String cell(Column column) {
        return Objects.requireNonNullElse(
                switch (column) {
                    case USCC -> uscc;
                    case NAME_ZH -> nameZh;
                    case NAME_EN -> nameEn;
                    case KIND -> kind;
                    case LEGAL_REPRESENTATIVE -> legalRepresentative;
                    case LEGAL_REPRESENTATIVE_ID -> legalRepresentativeId;
                    case ADDRESS -> address;
                    case STATUS -> status;
                    case ESTABLISHED_ON -> establishedOn;
                    case VALID_UNTIL -> validUntil;
                    case DIVISION -> division;
                    case CODE_OVERRIDE_REASON -> codeOverrideReason;
                    default -> null;
                },
                "");
    }
}
