package org.yinxin.review;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinxin.application.EnterpriseDetails;
import org.yinxin.register.EnterpriseEntry;

/** One fact as the application states it beside what the register says now. */
public record Comparison(Field field, String stated, String registered, boolean same) {

    /** The facts that are compared; {@code KIND} holds names of {@code EnterpriseKind}. */
    public enum Field {
        NAME_ZH,
        NAME_EN,
        USCC,
        KIND,
        LEGAL_REPRESENTATIVE,
        ADDRESS
    }

    static List<Comparison> ofEnterprise(EnterpriseDetails stated, @Nullable EnterpriseEntry entry) {
        return List.of(
                compare(Field.NAME_ZH, stated.nameZh(), entry == null ? null : entry.nameZh()),
                compare(Field.NAME_EN, stated.nameEn(), entry == null ? null : entry.nameEn()),
                compare(
                        Field.USCC,
                        stated.uscc().grouped(),
                        entry == null ? null : entry.uscc().grouped()),
                compare(
                        Field.KIND,
                        stated.kind().name(),
                        entry == null ? null : entry.kind().name()),
                compare(
                        Field.LEGAL_REPRESENTATIVE,
                        stated.legalRepresentative(),
                        entry == null ? null : entry.legalRepresentative()),
                compare(Field.ADDRESS, stated.address(), entry == null ? null : entry.address()));
    }

    private static Comparison compare(Field field, @Nullable String stated, @Nullable String registered) {
        String left = Objects.requireNonNullElse(stated, "");
        String right = Objects.requireNonNullElse(registered, "");
        return new Comparison(field, left, right, left.equals(right));
    }
}
