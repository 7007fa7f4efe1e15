package org.yinxin.seal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happened to one version of a seal, the oldest first. */
record SealHistory(List<SealEventRow> rows) {

    /** The bureau's last word that stopped it. */
    Optional<SealEvent> lastStop(int version) {
        return rows.reversed().stream()
                .filter(row -> row.step() == SealStep.SUSPEND || row.step() == SealStep.REVOKE)
                .map(row -> row.view(version))
                .findFirst();
    }

    /** What the chain was told with this entry. */
    Optional<SealStep> stepOf(UUID entryId) {
        return rows.stream()
                .filter(row -> entryId.equals(row.entryId()))
                .map(SealEventRow::step)
                .findFirst();
    }
}
