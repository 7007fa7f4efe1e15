package org.yinxin.ledger;

import java.util.Map;
import java.util.Set;
import org.yinxin.ledger.MinedTransaction.Fact;

/**
 * Whether an event is about an entry of ours. Every party draws identifiers of its own, so that another may put one of ours
 * into an event of its own; what kind of event it is and whose act it tells of cannot be borrowed.
 */
public final class EntryEvents {

    private static final Map<EntryKind, Set<String>> NAMES = Map.of(
            EntryKind.DECISION, Set.of("ApplicationDecided"),
            EntryKind.SEAL_ISSUE, Set.of("SealIssued"),
            EntryKind.SEAL_TRANSITION, Set.of("SealMoved"),
            EntryKind.SEAL_ACTIVATION, Set.of("SealMoved"),
            EntryKind.SEAL_RENEWAL, Set.of("SealRenewed"),
            EntryKind.KEY_REPLACEMENT, Set.of("RootReplaced"),
            EntryKind.MANDATE_GIVEN, Set.of("MandateGiven"),
            EntryKind.MANDATE_WITHDRAWN, Set.of("MandateWithdrawn"),
            EntryKind.USE, Set.of("UseRecorded", "UseRefused"),
            EntryKind.USE_MARK, Set.of("UseMarked"));

    private EntryEvents() {}

    public static boolean areOf(EntryKind kind, Party sender, Fact fact) {
        return NAMES.getOrDefault(kind, Set.of()).contains(fact.event()) && actor(kind, sender, fact);
    }

    private static boolean actor(EntryKind kind, Party sender, Fact fact) {
        return switch (kind) {
            case DECISION -> sender.name().equals(fact.fields().get("bureau"));
            case SEAL_TRANSITION, SEAL_ACTIVATION, USE_MARK ->
                sender.name().equals(fact.fields().get("by"));
            default -> true;
        };
    }
}
