package org.yinxin.verification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.MarketRegister;
import org.yinxin.seal.SealStatus;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.Uscc;
import org.yinxin.shared.UseCode;

/** Finds by a complete code or a complete name only: nobody can collect the register by guessing (ADR 0071). */
@Service
public class SealSearch {

    private static final Comparator<SealView> IN_FORCE_FIRST = Comparator.comparing(
                    (SealView seal) -> seal.status() != SealStatus.ACTIVE)
            .thenComparing(SealView::issuedAt, Comparator.reverseOrder());

    private final MarketRegister register;
    private final Seals seals;
    private final UseReports uses;

    SealSearch(MarketRegister register, Seals seals, UseReports uses) {
        this.register = register;
        this.seals = seals;
        this.uses = uses;
    }

    /** What a search leads to. */
    public sealed interface Result {

        /** Exactly one seal. */
        record OneSeal(SealNumber number) implements Result {}

        record OneUse(UseCode code) implements Result {}

        /** Several seals, or enterprises without one. */
        record Several(List<FoundSeal> lines) implements Result {}

        record Nothing() implements Result {}
    }

    public Result find(String typed) {
        Optional<SealNumber> number =
                SealNumber.parse(typed).filter(each -> seals.find(each).isPresent());
        if (number.isPresent()) {
            return new Result.OneSeal(number.get());
        }
        List<FoundSeal> lines = enterprises(typed).flatMap(this::lines).toList();
        if (lines.size() == 1 && lines.getFirst().seal() instanceof SealView seal) {
            return new Result.OneSeal(seal.number());
        }
        if (!lines.isEmpty()) {
            return new Result.Several(lines);
        }
        return UseCode.parse(typed)
                .filter(code -> uses.of(code).isPresent())
                .<Result>map(Result.OneUse::new)
                .orElseGet(Result.Nothing::new);
    }

    private Stream<EnterpriseEntry> enterprises(String typed) {
        return Uscc.parse(typed)
                .map(code -> register.find(code).stream())
                .orElseGet(() -> register.findByExactName(typed).stream());
    }

    private Stream<FoundSeal> lines(EnterpriseEntry enterprise) {
        List<SealView> owned = seals.ofEnterprise(enterprise.uscc()).stream()
                .sorted(IN_FORCE_FIRST)
                .toList();
        return owned.isEmpty()
                ? Stream.of(line(enterprise, null))
                : owned.stream().map(seal -> line(enterprise, seal));
    }

    private static FoundSeal line(EnterpriseEntry enterprise, @Nullable SealView seal) {
        return new FoundSeal(enterprise.uscc(), enterprise.nameZh(), enterprise.nameEn(), seal);
    }
}
