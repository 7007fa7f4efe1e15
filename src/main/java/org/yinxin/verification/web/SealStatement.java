package org.yinxin.verification.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.verification.Check;
import org.yinxin.verification.Difference;
import org.yinxin.verification.HistoryItem;
import org.yinxin.verification.SealReport;

/**
 * A seal's public page for machines. Codes are stable: {@code answer} is a {@link org.yinxin.verification.SealAnswer},
 * {@code verdict} a {@link org.yinxin.verification.Verdict}.
 *
 * @param oneParty whether a single party keeps the record, as on a trial installation
 */
record SealStatement(
        String number,
        int version,
        String verdict,
        String answer,
        Owner owner,
        String kind,
        Instant validFrom,
        Instant validTo,
        String onChainId,
        String sealDigest,
        List<CheckStatement> checks,
        List<String> differences,
        List<Party> parties,
        boolean oneParty,
        List<Event> history,
        Instant checkedAt) {

    record Owner(String uscc, String name, @Nullable String nameEn) {}

    record CheckStatement(String check, String result, String reason) {}

    record Party(String name, String stand) {}

    record Event(
            String what,
            Instant at,
            int version,
            @Nullable String bureau,
            @Nullable String transactionHash,
            @Nullable Long blockNumber) {

        static Event of(HistoryItem item) {
            var receipt = item.recording() == null ? null : item.recording().receipt();
            return new Event(
                    item.what().name(),
                    item.at(),
                    item.version(),
                    item.bureau() == null ? null : item.bureau().name(),
                    receipt == null ? null : receipt.transactionHash(),
                    receipt == null ? null : Long.valueOf(receipt.blockNumber()));
        }
    }

    static SealStatement of(SealReport report) {
        var seal = report.seal();
        return new SealStatement(
                seal.number().value(),
                seal.version(),
                report.verdict().name(),
                report.answer().name(),
                new Owner(seal.uscc().value(), seal.enterpriseName(), seal.enterpriseNameEn()),
                seal.kind().name(),
                seal.validFrom(),
                seal.validTo(),
                seal.onChainId().hex(),
                seal.sealDigest().hex(),
                report.checks().stream().map(SealStatement::check).toList(),
                report.differences().stream().map(Difference::name).toList(),
                report.parties().stream()
                        .map(party -> new Party(party.node(), party.stand().name()))
                        .toList(),
                report.oneParty(),
                report.history().stream().map(Event::of).toList(),
                report.at());
    }

    private static CheckStatement check(Check check) {
        return new CheckStatement(check.code().name(), check.verdict().name(), check.reason());
    }
}
