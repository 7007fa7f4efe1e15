package org.yinxin.mandate;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/** Who may use which seal now, as stamping asks. */
@Service
@Transactional(readOnly = true)
public class Mandates {

    private final MandateRows rows;
    private final MandateAccess access;
    private final RecordedUses uses;
    private final AuthorityKeys keys;
    private final Clock clock;

    Mandates(MandateRows rows, MandateAccess access, RecordedUses uses, AuthorityKeys keys, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.uses = uses;
        this.keys = keys;
        this.clock = clock;
    }

    /** The mandates under which the person may use the seal now with a key of their own, the root first. */
    public List<HeldMandate> usable(UUID personId, SealNumber seal) {
        MandateTree tree = access.tree(seal);
        List<Mandate> held = tree.inOrder().stream()
                .filter(mandate -> access.holds(personId, mandate) && tree.inForce(mandate, clock.instant()))
                .sorted(Comparator.comparingInt(mandate -> mandate.place().depth()))
                .toList();
        Map<Digest, Long> used = uses.count(held.stream().map(Mandate::onChain).toList());
        return held.stream()
                .flatMap(mandate -> held(mandate, used).stream())
                .filter(mandate -> !mandate.exhausted())
                .toList();
    }

    /** One of the person's mandates, if it can be used now. */
    public Optional<HeldMandate> usable(UUID personId, SealNumber seal, UUID mandateId) {
        return usable(personId, seal).stream()
                .filter(mandate -> mandate.id().equals(mandateId))
                .findFirst();
    }

    /**
     * Under what the person may speak of a use that was made under this mandate, the nearest first: the mandate itself, one
     * above it, or the seal's root. One whose uses are all made speaks all the same, as for the contract.
     */
    public Optional<HeldMandate> speaker(UUID personId, SealNumber seal, Digest mandate) {
        MandateTree tree = access.tree(seal);
        Stream<Mandate> line = tree.inOrder().stream()
                .filter(each -> each.onChain().equals(mandate))
                .flatMap(each -> tree.line(each).stream());
        return Stream.concat(line, tree.inOrder().stream().filter(Mandate::isRoot))
                .filter(each -> access.holds(personId, each) && tree.inForce(each, clock.instant()))
                .flatMap(each -> held(each, Map.of()).stream())
                .findFirst();
    }

    /** The seals that the person may use now under a mandate of their own. */
    public List<SealNumber> sealsOf(UUID personId) {
        return rows.heldBy(personId).stream()
                .map(Mandate::seal)
                .distinct()
                .filter(seal -> !usable(personId, seal).isEmpty())
                .toList();
    }

    /** What a use under the mandate shows of its document's kind; empty when the mandate does not allow the kind. */
    public Optional<KindAuthority> authority(HeldMandate mandate, DocumentClass documentClass) {
        return rows.findById(mandate.id()).flatMap(found -> found.kinds().authority(documentClass));
    }

    /** The same, of a mandate that the chain knows under this identifier, whether or not it is in force. */
    public Optional<KindAuthority> authority(Digest onChain, DocumentClass documentClass) {
        return rows.findByOnChainId(onChain.bytes())
                .flatMap(found -> found.kinds().authority(documentClass));
    }

    /** The mandate that the chain knows under this identifier. */
    public Optional<MandateView> findOnChain(Digest onChain) {
        return rows.findByOnChainId(onChain.bytes()).map(mandate -> mandate.view(clock.instant()));
    }

    private Optional<HeldMandate> held(Mandate mandate, Map<Digest, Long> used) {
        return keys.find(mandate.requireHolder().keyId())
                .map(key -> new HeldMandate(
                        mandate.id(),
                        mandate.onChain(),
                        mandate.seal(),
                        mandate.role(),
                        key,
                        mandate.isRoot(),
                        mandate.limits(),
                        mandate.kinds().classes(),
                        used.getOrDefault(mandate.onChain(), 0L)));
    }
}
