package org.yinxin.mandate.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.Recording;
import org.yinxin.mandate.MandateActor;
import org.yinxin.mandate.MandateEvent;

/**
 * One thing that happened to a mandate, as its page tells it.
 *
 * @param who key of the word for the side that acted
 * @param person who acted
 * @param reason in a person's own words
 * @param refusal key of the contract's reason
 */
record HistoryLine(
        Instant at,
        String step,
        String who,
        @Nullable String person,
        @Nullable String reason,
        @Nullable String refusal,
        @Nullable Recording recording) {

    static HistoryLine of(MandateEvent event, Map<UUID, String> names, Map<UUID, Recording> recordings) {
        boolean chains = event.who() == MandateActor.LEDGER;
        return new HistoryLine(
                event.at(),
                event.step().key(),
                event.who().key(),
                event.personId() == null ? null : names.get(event.personId()),
                chains ? null : event.reason(),
                chains ? event.reason() : null,
                event.entryId() == null ? null : recordings.get(event.entryId()));
    }
}
