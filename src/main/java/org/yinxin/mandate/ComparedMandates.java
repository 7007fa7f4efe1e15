package org.yinxin.mandate;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.BookedEntries;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.authority.BookHead;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.PlantedRoot;
import org.yinxin.ledger.reconciliation.RowCheck;
import org.yinxin.mandate.ComparedMandateRows.Row;
import org.yinxin.seal.Seals;
import org.yinxin.shared.Digest;

/**
 * Compares mandates with the contract's events: the roots that were planted, what was given under them and withdrawn. The
 * kinds' leaves are opened for it.
 */
@Component
class ComparedMandates implements ComparedBook {

    static final String MANDATE = Finding.table("mandate", "mandate");

    /** Where a mandate may stand that the chain has taken. */
    static final Set<MandateStatus> TAKEN = EnumSet.of(
            MandateStatus.IN_FORCE,
            MandateStatus.WITHDRAWING,
            MandateStatus.STOPPED,
            MandateStatus.WITHDRAWN,
            MandateStatus.ENDED,
            MandateStatus.FALLEN);

    /** Under a mandate that stands there none is in force. */
    private static final Set<MandateStatus> FELLS =
            EnumSet.of(MandateStatus.WITHDRAWING, MandateStatus.STOPPED, MandateStatus.WITHDRAWN, MandateStatus.FALLEN);

    private static final int AT_ONCE = 1_000;

    private final ComparedMandateRows rows;
    private final BookedEntries entries;
    private final Seals seals;
    private final Clock clock;

    ComparedMandates(ComparedMandateRows rows, BookedEntries entries, Seals seals, Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        List<ChainFact> ours = facts.stream().filter(ChainFact::recorded).toList();
        Map<Digest, Row> told = new HashMap<>();
        rows.of(ours.stream().flatMap(ComparedMandates::mandates).distinct().toList())
                .forEach(row -> told.put(row.onChain(), row));
        Map<Digest, RowCheck> checks = new LinkedHashMap<>();
        ours.forEach(fact -> mandates(fact).forEach(mandate -> {
            RowCheck check =
                    checks.computeIfAbsent(mandate, any -> new RowCheck(MANDATE, mandate.hex(), fact.subject()));
            Row row = told.get(mandate);
            if (row == null) {
                check.missing(findings, "on_chain_id", mandate);
            } else {
                compare(row, fact, check);
            }
        }));
        checks.values().forEach(check -> check.changed(findings));
    }

    /** The mandates that a fact is about. */
    private static Stream<Digest> mandates(ChainFact fact) {
        return switch (fact.event()) {
            case "MandateGiven", "MandateWithdrawn" -> Stream.ofNullable(fact.digest("mandate"));
            case "SealIssued" -> PlantedRoot.of(fact).stream().map(PlantedRoot::mandate);
            case "RootReplaced" ->
                Stream.of("root", "before")
                        .map(fact::digest)
                        .filter(Objects::nonNull)
                        .filter(mandate -> !mandate.equals(BookHead.EMPTY));
            default -> Stream.empty();
        };
    }

    private void compare(Row row, ChainFact fact, RowCheck check) {
        switch (fact.event()) {
            case "MandateGiven" -> given(row, fact, check);
            case "MandateWithdrawn" -> withdrawn(row, fact, check);
            default -> rooted(row, fact, check);
        }
    }

    private void rooted(Row row, ChainFact fact, RowCheck check) {
        if (Objects.equals(fact.digest("before"), row.onChain())) {
            check.note("status", MandateStatus.FALLEN, row.status());
            return;
        }
        check.note("given_entry_id", fact.entry(), row.givenEntry())
                .note("seal_number", seal(fact), row.sealNumber())
                .note("above_id", null, row.above() == null ? null : row.above().onChain())
                .note("status", standing(row), row.status());
        PlantedRoot.of(fact)
                .filter(root -> root.mandate().equals(row.onChain()))
                .ifPresent(root -> check.note("key_kind", root.key().kind().name(), row.keyKind())
                        .note("key_x", root.key().x(), row.x())
                        .note("key_y", root.key().y(), row.y()));
    }

    private @Nullable String seal(ChainFact fact) {
        return seals.findOnChain(Objects.requireNonNull(fact.digest("seal")))
                .map(found -> found.number().value())
                .orElse(null);
    }

    private void given(Row row, ChainFact fact, RowCheck check) {
        Map<String, String> said = fact.fields();
        ComparedMandateRows.Above above = row.above();
        check.note("given_entry_id", fact.entry(), row.givenEntry())
                .note("seal_number", seal(fact), row.sealNumber())
                .note("above_id", fact.digest("above"), above == null ? null : above.onChain())
                .note("depth", above == null ? 1 : above.depth() + 1, row.depth())
                .note("key_kind", said.get("keyKind"), row.keyKind())
                .note("key_x", fact.digest("x"), row.x())
                .note("key_y", fact.digest("y"), row.y())
                .note(
                        "valid_from",
                        said.get("validFrom"),
                        String.valueOf(row.validFrom().getEpochSecond()))
                .note(
                        "valid_to",
                        said.get("validTo"),
                        String.valueOf(row.validTo().getEpochSecond()))
                .note("use_limit", said.get("limit"), String.valueOf(row.limit()))
                .note("delegable", said.get("delegable"), String.valueOf(row.delegable()))
                .note("kind_leaf", fact.digest("kinds"), row.kinds())
                .note("status", standing(row), row.status());
    }

    /** Where the mandate must stand, as far as the one above it, its period and the chain decide it. */
    private MandateStatus standing(Row row) {
        MandateStatus above = row.above() == null ? null : row.above().status();
        boolean over = !row.validTo().isAfter(clock.instant());
        return switch (row.status()) {
            case IN_FORCE -> above != null && FELLS.contains(above) ? MandateStatus.FALLEN : row.status();
            case FALLEN ->
                above == MandateStatus.IN_FORCE || row.root() && !row.replaced()
                        ? MandateStatus.IN_FORCE
                        : row.status();
            case ENDED -> over ? row.status() : MandateStatus.IN_FORCE;
            default -> TAKEN.contains(row.status()) ? row.status() : MandateStatus.IN_FORCE;
        };
    }

    private static void withdrawn(Row row, ChainFact fact, RowCheck check) {
        boolean so = row.status() == MandateStatus.WITHDRAWN || row.status() == MandateStatus.FALLEN;
        check.note("status", so ? row.status() : MandateStatus.WITHDRAWN, row.status())
                .note("withdrawal_entry_id", fact.entry(), row.withdrawalEntry());
    }

    @Override
    public void compareEveryRow(Findings findings) {
        List<Row> some = rows.after(null, AT_ONCE);
        while (!some.isEmpty()) {
            Map<UUID, Recording.Status> known = entries.statuses(some.stream()
                    .flatMap(row -> Stream.of(row.givenEntry(), row.withdrawalEntry()))
                    .filter(Objects::nonNull)
                    .toList());
            some.forEach(row -> behind(row, known, findings));
            some = rows.after(some.getLast().id(), AT_ONCE);
        }
    }

    /** What calls itself taken by the chain needs an entry that was; the entries themselves have been compared already. */
    private static void behind(Row row, Map<UUID, Recording.Status> known, Findings findings) {
        Finding.Subject about = new Finding.Subject(row.givenEntry(), null, null, null, null);
        RowCheck check = new RowCheck(MANDATE, row.onChain().hex(), about);
        boolean wasTaken = TAKEN.contains(row.status()) && row.status() != MandateStatus.FALLEN;
        if (wasTaken && !went(row.givenEntry(), known)) {
            check.inserted(findings, "status", row.status());
        } else if (row.status() == MandateStatus.WITHDRAWN && !went(row.withdrawalEntry(), known)) {
            check.note("status", MandateStatus.IN_FORCE, row.status()).changed(findings);
        }
    }

    private static boolean went(@Nullable UUID entry, Map<UUID, Recording.Status> known) {
        Recording.Status status = entry == null ? null : known.get(entry);
        return status != null && status != Recording.Status.REFUSED;
    }
}
