package org.yinxin.sealing;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yinxin.enterprise.Bindings;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** Which seals a person may stamp with: those of the enterprises whose legal representative they are. */
@Component
public class StampableSeals {

    private final Seals seals;
    private final Bindings bindings;

    StampableSeals(Seals seals, Bindings bindings) {
        this.seals = seals;
        this.bindings = bindings;
    }

    /** All seals of the person's enterprises, also those that cannot be used now. */
    public List<SealView> of(UUID person) {
        return bindings.of(person).stream()
                .flatMap(enterprise -> seals.ofEnterprise(enterprise.uscc()).stream())
                .toList();
    }

    /** @throws NotFoundException when there is no such seal, or it is somebody else's */
    public SealView of(UUID person, SealNumber number) {
        return seals.find(number)
                .filter(seal -> bindings.isLegalRepresentative(person, seal.uscc()))
                .orElseThrow(() -> new NotFoundException("Seal " + number));
    }

    public byte[] imprint(SealView seal) {
        return seals.imprintPng(seal.number())
                .orElseThrow(() -> new NotFoundException("Imprint of seal " + seal.number()));
    }
}
