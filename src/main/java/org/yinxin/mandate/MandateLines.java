package org.yinxin.mandate;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.account.People;
import org.yinxin.shared.Digest;

/** Puts names and counts beside mandates. */
@Component
class MandateLines {

    private final People people;
    private final RecordedUses uses;
    private final Clock clock;

    MandateLines(People people, RecordedUses uses, Clock clock) {
        this.people = people;
        this.uses = uses;
        this.clock = clock;
    }

    List<MandateLine> of(Collection<Mandate> mandates, MandateTree tree) {
        List<MandateView> views =
                mandates.stream().map(mandate -> mandate.view(clock.instant())).toList();
        Map<UUID, String> names = people.named(views.stream()
                .map(MandateLines::holder)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Digest, Long> used =
                uses.count(views.stream().map(MandateView::onChain).toList());
        return views.stream()
                .map(view -> new MandateLine(
                        view,
                        holder(view) == null ? null : names.get(holder(view)),
                        above(view, tree),
                        used.getOrDefault(view.onChain(), 0L)))
                .toList();
    }

    private @Nullable String above(MandateView view, MandateTree tree) {
        UUID above = view.aboveId();
        return above == null
                ? null
                : tree.find(above)
                        .map(mandate -> mandate.view(clock.instant()).name())
                        .orElse(null);
    }

    private static @Nullable UUID holder(MandateView view) {
        return view.holder() == null ? null : view.holder().personId();
    }
}
