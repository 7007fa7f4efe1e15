package org.yinxin.ledger.reconciliation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what one comparison finds, each thing once. */
public final class Findings {

    /** What is found beyond this many adds nothing but load. */
    static final int MOST = 10_000;

    private final Map<String, Finding> found = new LinkedHashMap<>();

    public void add(Finding finding) {
        if (found.size() < MOST) {
            found.putIfAbsent(finding.key(), finding);
        }
    }

    /** Adds it when there is a mismatch at all. */
    public void addIfAny(FindingKind kind, String table, String row, Finding.Subject about, List<Mismatch> mismatches) {
        if (!mismatches.isEmpty()) {
            add(new Finding(kind, table, row, about, mismatches));
        }
    }

    public Collection<Finding> all() {
        return List.copyOf(found.values());
    }
}
