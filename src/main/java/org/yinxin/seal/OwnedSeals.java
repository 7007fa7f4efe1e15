package org.yinxin.seal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.enterprise.Bindings;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** The seals of the enterprises that a person represents; all others are not found. */
@Service
@Transactional(readOnly = true)
public class OwnedSeals {

    private final SealRepository seals;
    private final Bindings bindings;
    private final Clock clock;

    OwnedSeals(SealRepository seals, Bindings bindings, Clock clock) {
        this.seals = seals;
        this.bindings = bindings;
        this.clock = clock;
    }

    /** The one issued last first. */
    public List<SealView> of(UUID personId) {
        List<String> usccs = bindings.of(personId).stream()
                .map(enterprise -> enterprise.uscc().value())
                .toList();
        return seals.findByOwnerUsccInOrderByIssuedAtDesc(usccs).stream()
                .map(seal -> seal.view(clock.instant()))
                .toList();
    }

    public SealView find(UUID personId, SealNumber number) {
        return seals.newest(number.value())
                .filter(seal -> bindings.isLegalRepresentative(personId, seal.uscc()))
                .map(seal -> seal.view(clock.instant()))
                .orElseThrow(() -> new NotFoundException("Seal " + number + " of this person"));
    }
}
