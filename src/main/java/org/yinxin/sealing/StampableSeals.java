package org.yinxin.sealing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yinxin.enterprise.Bindings;
import org.yinxin.mandate.MandateView;
import org.yinxin.mandate.Mandates;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/**
 * Which seals a person may stamp with: those of the enterprises whose legal representative they are, and those under
 * which they hold a mandate in force.
 */
@Component
public class StampableSeals {

    private final Seals seals;
    private final Bindings bindings;
    private final Mandates mandates;

    StampableSeals(Seals seals, Bindings bindings, Mandates mandates) {
        this.seals = seals;
        this.bindings = bindings;
        this.mandates = mandates;
    }

    /** All seals that are the person's own or that they hold a mandate of, also those that cannot be used now. */
    public List<SealView> of(UUID person) {
        Stream<SealView> held =
                mandates.sealsOf(person).stream().map(seals::find).flatMap(Optional::stream);
        return Stream.concat(owned(person).stream(), held).distinct().toList();
    }

    /** The seals of the enterprises whose legal representative the person is. */
    public List<SealView> owned(UUID person) {
        return bindings.of(person).stream()
                .flatMap(enterprise -> seals.ofEnterprise(enterprise.uscc()).stream())
                .toList();
    }

    /** @throws NotFoundException when there is no such seal, or the person may not stamp with it */
    public SealView of(UUID person, SealNumber number) {
        return seals.find(number)
                .filter(seal -> isOwner(person, seal)
                        || !mandates.usable(person, number).isEmpty())
                .orElseThrow(() -> new NotFoundException("Seal " + number));
    }

    /** @throws NotFoundException when there is no such seal, or it is somebody else's */
    public SealView owned(UUID person, SealNumber number) {
        return seals.find(number)
                .filter(seal -> isOwner(person, seal))
                .orElseThrow(() -> new NotFoundException("Seal " + number));
    }

    /** Of somebody's own draft, whether or not they still may stamp. */
    public SealView of(DraftView draft) {
        return known(draft.seal());
    }

    /** Of somebody's own use. */
    SealView of(UseView use) {
        return known(use.seal());
    }

    private SealView known(SealNumber number) {
        return seals.find(number).orElseThrow(() -> new NotFoundException("Seal " + number));
    }

    public byte[] imprint(SealView seal) {
        return seals.imprintPng(seal.number())
                .orElseThrow(() -> new NotFoundException("Imprint of seal " + seal.number()));
    }

    /** Whether the person is the legal representative of the enterprise whose seal it is. */
    public boolean isOwner(UUID person, SealNumber number) {
        return seals.find(number).filter(seal -> isOwner(person, seal)).isPresent();
    }

    /** Whether the person holds the mandate, or answers for the machine that does. */
    boolean isHolder(UUID person, Digest mandate) {
        return mandates.findOnChain(mandate)
                .map(MandateView::holder)
                .filter(holder -> holder.personId().equals(person))
                .isPresent();
    }

    private boolean isOwner(UUID person, SealView seal) {
        return bindings.isLegalRepresentative(person, seal.uscc());
    }
}
