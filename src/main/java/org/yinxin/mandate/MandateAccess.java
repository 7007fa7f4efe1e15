package org.yinxin.mandate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.enterprise.Bindings;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** Which mandates concern a person, and under which they act; all others are not found. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MandateAccess {

    private final MandateRows rows;
    private final Seals seals;
    private final Bindings bindings;
    private final JdbcClient jdbc;
    private final Clock clock;

    MandateAccess(MandateRows rows, Seals seals, Bindings bindings, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.seals = seals;
        this.bindings = bindings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SealView seal(SealNumber number) {
        return seals.find(number).orElseThrow(() -> new NotFoundException("Seal " + number));
    }

    MandateTree tree(SealNumber number) {
        return new MandateTree(rows.ofSeal(number.value()));
    }

    /** The same, while everybody else who would change one of the seal's mandates waits. */
    MandateTree lockedTree(UUID mandateId) {
        // Only the number is read before the lock: what is decided on must be what the lock holder left.
        SealNumber number = rows.sealOf(mandateId)
                .map(SealNumber::new)
                .orElseThrow(() -> new NotFoundException("Mandate " + mandateId));
        lock(number);
        return tree(number);
    }

    void lock(SealNumber number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('mandate.' || ?, 0))")
                .param(number.value())
                .query()
                .listOfRows();
    }

    static Mandate in(MandateTree tree, UUID mandateId) {
        return tree.find(mandateId).orElseThrow(() -> new NotFoundException("Mandate " + mandateId));
    }

    Mandate find(UUID mandateId) {
        return rows.findById(mandateId).orElseThrow(() -> new NotFoundException("Mandate " + mandateId));
    }

    /** Whether the person acts under the mandate: a root is its holder's while the register names them. */
    boolean holds(UUID personId, Mandate mandate) {
        return mandate.heldBy(personId)
                && mandate.role() != MandateRole.MACHINE
                && (!mandate.isRoot()
                        || bindings.isLegalRepresentative(
                                personId, seal(mandate.seal()).uscc()));
    }

    /** The mandates from this one up to the root that the person holds and that are in force, the nearest first. */
    List<Mandate> powersOver(UUID personId, MandateTree tree, Mandate mandate) {
        Instant now = clock.instant();
        return tree.line(mandate).stream()
                .filter(each -> tree.inForce(each, now) && holds(personId, each))
                .toList();
    }

    /** @throws NotFoundException unless it is the person's, grew from theirs, or is of a seal that they represent */
    void requireSees(UUID personId, MandateTree tree, Mandate mandate) {
        boolean concerned = tree.line(mandate).stream().anyMatch(each -> each.heldBy(personId));
        if (!concerned
                && !bindings.isLegalRepresentative(
                        personId, seal(mandate.seal()).uscc())) {
            throw new NotFoundException("Mandate " + mandate.id() + " of others");
        }
    }
}
