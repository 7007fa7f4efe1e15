package org.yinxin.mandate;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.ledger.Ledger;
import org.yinxin.shared.Digest;
import org.yinxin.site.NotFoundException;

/** What a mandate's holder hands to a machine. */
@Service
@Transactional(readOnly = true)
public class MandateSheets {

    private final MandateAccess access;
    private final Ledger ledger;

    MandateSheets(MandateAccess access, Ledger ledger) {
        this.access = access;
        this.ledger = ledger;
    }

    /** For whoever answers for the machine. */
    public MandateSheet of(UUID personId, UUID mandateId) {
        Mandate mandate = access.find(mandateId);
        if (!mandate.heldBy(personId) || mandate.role() != MandateRole.MACHINE) {
            throw new NotFoundException("Mandate " + mandateId + " of a machine of this person");
        }
        Limits limits = mandate.limits();
        return new MandateSheet(
                mandate.onChain().hex(),
                access.seal(mandate.seal()).onChainId().hex(),
                mandate.seal().value(),
                ledger.domain().orElse(null),
                mandate.requireHolder().key().fingerprint(),
                limits.validFrom().toString(),
                limits.validTo().toString(),
                limits.uses(),
                mandate.kinds().root().hex(),
                leaves(mandate.kinds()));
    }

    private static List<MandateSheet.Leaf> leaves(Kinds kinds) {
        return kinds.leaves().stream()
                .map(leaf -> new MandateSheet.Leaf(
                        leaf.documentClass().name(),
                        HexFormat.of().formatHex(leaf.salt()),
                        leaf.onChain().hex(),
                        kinds.authority(leaf.documentClass()).orElseThrow().proof().stream()
                                .map(Digest::hex)
                                .toList()))
                .toList();
    }
}
