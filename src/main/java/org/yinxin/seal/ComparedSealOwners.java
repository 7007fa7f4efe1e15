package org.yinxin.seal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.application.CommitmentOpenings;
import org.yinxin.ledger.reconciliation.ChainFact;
import org.yinxin.ledger.reconciliation.ComparedBook;
import org.yinxin.ledger.reconciliation.Finding;
import org.yinxin.ledger.reconciliation.Findings;
import org.yinxin.ledger.reconciliation.RowCheck;
import org.yinxin.shared.Digest;

/** Compares whose seal it is, and which physical seal it stands for, with the commitments in the event of its issue. */
@Component
class ComparedSealOwners implements ComparedBook {

    private static final String SEAL = Finding.table("seal", "seal");
    private static final String SALT = Finding.table("application", "commitment_salt");

    private final Seals seals;
    private final CommitmentOpenings openings;

    ComparedSealOwners(Seals seals, CommitmentOpenings openings) {
        this.seals = seals;
        this.openings = openings;
    }

    @Override
    public void compare(List<ChainFact> facts, Findings findings) {
        facts.stream()
                .filter(fact -> fact.recorded() && fact.event().equals("SealIssued"))
                .forEach(fact -> seals.findOnChain(Objects.requireNonNull(fact.digest("seal")))
                        .ifPresent(seal -> compare(seal, fact, findings)));
    }

    private void compare(SealView seal, ChainFact fact, Findings findings) {
        String enterprise =
                CommitmentOpenings.enterprise(seal.uscc().value(), seal.kind().name());
        String physicalSeal =
                CommitmentOpenings.physicalSeal(seal.physicalSeal().value());
        RowCheck check = new RowCheck(SEAL, seal.onChainId().hex() + " owner", fact.subject());
        opened(enterprise, fact, findings).ifPresent(opened -> check.note("uscc", fact.digest("enterprise"), opened));
        opened(physicalSeal, fact, findings)
                .ifPresent(opened -> check.note("physical_seal", fact.digest("physicalSeal"), opened));
        check.changed(findings);
    }

    /** Whose salt is gone says nothing of the seal. */
    private Optional<Digest> opened(String subject, ChainFact fact, Findings findings) {
        Optional<Digest> opened = openings.of(subject);
        if (opened.isEmpty()) {
            Finding.Subject about = new Finding.Subject(null, null, null, null, fact.block());
            new RowCheck(SALT, subject, about).missing(findings, "salt", subject);
        }
        return opened;
    }

    @Override
    public void compareEveryRow(Findings findings) {
        // Salts and owners of seals that there are not are no records: SealBook names such seals.
    }
}
