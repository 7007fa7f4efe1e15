package org.yinxin.seal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.FindingKind;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.Heard;
import org.yinxin.ledger.reconciliation.Mismatch;
import org.yinxin.seal.SealBookRows.SealRow;
import org.yinxin.shared.Digest;

/** Compares seals with the contract's state, and what their rows say with the seal file whose digest stands there. */
@Component
class SealBook implements ComparedBook {

    private static final String SEAL = Finding.table("seal", "seal");
    private static final int LOOKS = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final SealBookRows rows;
    private final ChainReader chain;
    private final Ledger ledger;

    SealBook(SealBookRows rows, ChainReader chain, Ledger ledger) {
        this.rows = rows;
        this.chain = chain;
        this.ledger = ledger;
    }

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        List<ChainFact> life = facts.stream()
                .filter(fact -> fact.recorded() && fact.number() == null && fact.digest("seal") != null)
                .toList();
        Set<Digest> seals = new LinkedHashSet<>();
        life.forEach(fact -> {
            seals.add(Objects.requireNonNull(fact.digest("seal")));
            Digest before = fact.digest("before");
            if (before != null && fact.event().equals("SealRenewed")) {
                seals.add(before);
            }
        });
        seals.forEach(seal -> compareSeal(seal, findings));
    }

    @Override
    public void compareEveryRow(Findings findings) {
        rows.all().forEach(seal -> compareSeal(seal, findings));
    }

    /** A step that was recorded between our two questions is no difference: looks again before saying so. */
    private void compareSeal(Digest seal, Findings findings) {
        Findings seen = new Findings();
        for (int look = 1; look <= LOOKS; look++) {
            seen = new Findings();
            look(seal, seen);
            if (seen.all().isEmpty()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        seen.all().forEach(findings::add);
    }

    private void look(Digest seal, Findings findings) {
        SealOnChain state =
                Heard.of(chain.seal(seal)) instanceof ChainAnswer.Known<SealOnChain> known ? known.value() : null;
        SealRow row = rows.find(seal).orElse(null);
        Finding.Subject about = Finding.Subject.ofSeal(seal, null);
        if (row == null && state != null) {
            findings.add(new Finding(
                    FindingKind.ROW_MISSING,
                    SEAL,
                    seal.hex(),
                    about,
                    List.of(new Mismatch("status", state.status().name(), ""))));
        } else if (row != null && state == null) {
            notOnChain(row, about, findings);
        } else if (row != null) {
            differences(row, Objects.requireNonNull(state), about, findings);
        }
    }

    private void notOnChain(SealRow row, Finding.Subject about, Findings findings) {
        boolean neverTaken = row.status() == SealStatus.REVOKED && row.refusedAtIssue();
        if (!underWay(row) && !neverTaken) {
            findings.add(new Finding(
                    FindingKind.ROW_INSERTED,
                    SEAL,
                    row.onChain().hex(),
                    about,
                    List.of(new Mismatch("status", "", row.status().name()))));
        }
    }

    private void differences(SealRow row, SealOnChain state, Finding.Subject about, Findings findings) {
        List<Mismatch> changed = new ArrayList<>();
        note(changed, "version", state.version(), row.version());
        note(changed, "valid_from", state.validFrom(), row.validFrom());
        note(changed, "valid_to", state.validTo(), row.validTo());
        note(changed, "seal_digest", state.sealDigest(), row.sealDigest());
        note(changed, "seal_file", state.sealDigest(), row.fileDigest());
        row.unfiled().forEach(column -> note(changed, column, "seal_file", "?"));
        findings.addIfAny(FindingKind.ROW_CHANGED, SEAL, row.onChain().hex(), about, changed);
        if (!row.status().standsAs(state.status()) && !underWay(row)) {
            findings.add(new Finding(
                    FindingKind.STATE_DIFFERS,
                    SEAL,
                    row.onChain().hex(),
                    about,
                    List.of(new Mismatch(
                            "status", state.status().name(), row.status().name()))));
        }
    }

    /** Whether the ledger really holds an entry of the seal, in any of its versions, that the chain has not taken yet. */
    private boolean underWay(SealRow row) {
        return ledger.recordings(row.pending()).values().stream().anyMatch(Recording::pending);
    }

    private static void note(
            List<Mismatch> mismatches, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            mismatches.add(new Mismatch(what, Objects.toString(expected, ""), Objects.toString(found, "")));
        }
    }
}
