package org.yinxin.mandate;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.account.People;
import org.yinxin.account.PersonView;
import org.yinxin.seal.SealRooted;

/** Writes down the root of a seal's mandates, in the transaction in which the seal is issued or its key replaced. */
@Component
class Roots {

    private final MandateRows rows;
    private final People people;
    private final Clock clock;

    Roots(MandateRows rows, People people, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SealRooted rooted) {
        String name = people.find(rooted.personId())
                .map(PersonView::displayName)
                .orElse(rooted.number().grouped());
        Rooting rooting = new Rooting(
                rooted.number(), rooted.rootMandate(), rooted.key(), rooted.keyId(), rooted.personId(), name);
        rows.save(Mandate.root(rooting, clock.instant()));
    }
}
