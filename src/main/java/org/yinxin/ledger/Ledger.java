package org.yinxin.ledger;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.ledger.authority.LedgerDomain;

/** The way onto the chain: an entry commits together with the change it records, or neither does. */
@Service
public class Ledger {

    private final Entries entries;
    private final Deployments deployments;
    private final ApplicationEventPublisher events;

    Ledger(Entries entries, Deployments deployments, ApplicationEventPublisher events) {
        this.entries = entries;
        this.deployments = deployments;
        this.events = events;
    }

    /** Puts an entry into the outbox within the caller's transaction; the chain follows after the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(LedgerEntry entry) {
        entries.add(entry);
        events.publishEvent(new EntryAdded(entry.id()));
    }

    /** The contract that signatures of mandates' holders must be made for; empty before it has an address. */
    public Optional<LedgerDomain> domain() {
        return deployments
                .current()
                .map(deployment -> new LedgerDomain(
                        deployment.chainId(), "0x" + HexFormat.of().formatHex(deployment.contract())));
    }

    /** How far an entry has come; empty when there is no such entry. */
    public Optional<Recording> recording(UUID entryId) {
        return entries.recordings(List.of(entryId)).stream().findFirst();
    }

    /** How far each of the entries has come; unknown ones are left out. */
    public Map<UUID, Recording> recordings(Collection<UUID> entryIds) {
        return entries.recordings(entryIds).stream().collect(Collectors.toMap(Recording::entryId, Function.identity()));
    }

    /** The receipt that was stored last; empty before the first. */
    public Optional<Receipt> latest() {
        return entries.latest().flatMap(this::recording).map(Recording::receipt);
    }
}
