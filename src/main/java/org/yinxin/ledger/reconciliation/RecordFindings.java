package org.yinxin.ledger.reconciliation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yinxin.shared.Digest;

/** What comparisons found, for the pages of those who oversee and of those whom it concerns. */
@Service
public class RecordFindings {

    private final FindingRows rows;

    RecordFindings(FindingRows rows) {
        this.rows = rows;
    }

    /** Whether something about the seal itself does not match now; what is wrong with single uses is not counted. */
    public boolean concernSeal(Digest seal) {
        return rows.openOfSeal(seal);
    }

    /** Whether something about the use does not match now. */
    public boolean concernUse(Digest use) {
        return rows.openOfUse(List.of(use));
    }

    /** Whether something about the entry or its receipt does not match now. */
    public boolean concernEntry(UUID entry) {
        return rows.openOfEntry(entry);
    }

    /** How many hold now, of each kind that there is. */
    public Map<FindingKind, Long> open() {
        Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
        counts.putAll(rows.openByKind());
        return counts;
    }

    /** @param mended those that hold no longer, or those that do */
    public List<FindingRow> list(@Nullable FindingKind kind, boolean mended, int size, int page) {
        return rows.list(kind, mended, size, (page - 1) * size);
    }

    public long count(@Nullable FindingKind kind, boolean mended) {
        return rows.count(kind, mended);
    }

    public Optional<FindingRow> find(long id) {
        return rows.find(id);
    }
}
