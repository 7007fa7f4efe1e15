package org.yinxin.mandate;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.enterprise.Bindings;
import org.yinxin.mandate.MandateFile.Act;
import org.yinxin.seal.SealView;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** The mandates of a seal and of a person, for those whom they concern; all others are not found. */
@Service
@Transactional(readOnly = true)
public class MandateBook {

    private final MandateRows rows;
    private final MandateAccess access;
    private final MandateLines lines;
    private final Bindings bindings;
    private final Clock clock;

    MandateBook(MandateRows rows, MandateAccess access, MandateLines lines, Bindings bindings, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.lines = lines;
        this.bindings = bindings;
        this.clock = clock;
    }

    /** The seal, to whoever represents its enterprise or holds a mandate of it. */
    public SealView seal(UUID personId, SealNumber number) {
        SealView seal = access.seal(number);
        boolean concerned = bindings.isLegalRepresentative(personId, seal.uscc())
                || rows.heldBy(personId).stream()
                        .anyMatch(mandate -> mandate.seal().equals(number));
        if (!concerned) {
            throw new NotFoundException("Seal " + number + " of others");
        }
        return seal;
    }

    /**
     * The seal's mandates from the root down: all of them for the legal representative, for others those that they hold
     * or that grew from theirs.
     *
     * @param text is looked for in names; empty for all
     * @param over whether those that are over are listed too
     */
    public List<MandateLine> ofSeal(UUID personId, SealNumber number, String text, boolean over) {
        SealView seal = seal(personId, number);
        MandateTree tree = access.tree(number);
        boolean all = bindings.isLegalRepresentative(personId, seal.uscc());
        List<Mandate> seen = tree.inOrder().stream()
                .filter(mandate -> all || tree.line(mandate).stream().anyMatch(each -> each.heldBy(personId)))
                .filter(mandate -> over || !mandate.statusAt(clock.instant()).isOver())
                .toList();
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return lines.of(seen, tree).stream()
                .filter(line -> line.matches(wanted))
                .toList();
    }

    /** The person's mandates that are in force or on their way, and then those that are over. */
    public List<MandateLine> ofPerson(UUID personId) {
        return rows.heldBy(personId).stream()
                .flatMap(mandate -> lines.of(List.of(mandate), access.tree(mandate.seal())).stream())
                .sorted(Comparator.comparing(line -> line.mandate().status().isOver()))
                .toList();
    }

    /** The person's mandates of the seal under which they may give others, the root first. */
    public List<MandateLine> giveable(UUID personId, SealNumber number) {
        MandateTree tree = access.tree(number);
        return lines.of(
                tree.inOrder().stream()
                        .filter(mandate -> mayGiveUnder(personId, tree, mandate))
                        .toList(),
                tree);
    }

    /** All about one mandate. */
    public MandateFile file(UUID personId, UUID mandateId) {
        MandateTree tree = access.tree(access.find(mandateId).seal());
        Mandate mandate = MandateAccess.in(tree, mandateId);
        access.requireSees(personId, tree, mandate);
        List<Mandate> below = tree.below(mandate).stream()
                .filter(each -> mandateId.equals(each.place().aboveId()))
                .toList();
        return new MandateFile(
                lines.of(List.of(mandate), tree).getFirst(),
                access.seal(mandate.seal()),
                lines.of(tree.line(mandate), tree),
                lines.of(below, tree),
                mandate.history(),
                acts(personId, tree, mandate));
    }

    private Set<Act> acts(UUID personId, MandateTree tree, Mandate mandate) {
        Instant now = clock.instant();
        MandateStatus status = mandate.statusAt(now);
        Set<Act> acts = EnumSet.noneOf(Act.class);
        if (!mandate.isRoot()
                && access.holds(personId, MandateAccess.in(tree, mandate.place().requireAbove()))) {
            add(acts, Act.INVITE, status == MandateStatus.OFFERED);
            add(acts, Act.CANCEL, MandateTransitions.allows(status, MandateStep.CANCEL));
            add(acts, Act.SIGN, MandateTransitions.allows(status, MandateStep.SIGN));
        }
        if (!mandate.isRoot() && MandateTransitions.allows(status, MandateStep.WITHDRAW)) {
            List<Mandate> powers = access.powersOver(personId, tree, mandate);
            add(acts, Act.GIVE_UP, powers.contains(mandate));
            add(acts, Act.WITHDRAW, powers.stream().anyMatch(power -> power != mandate));
        }
        add(acts, Act.DECLINE, status == MandateStatus.ACCEPTED && access.holds(personId, mandate));
        add(acts, Act.GIVE_ON, mayGiveUnder(personId, tree, mandate));
        return acts;
    }

    private boolean mayGiveUnder(UUID personId, MandateTree tree, Mandate mandate) {
        return mandate.limits().delegable()
                && mandate.place().depth() < MandateTree.DEEPEST
                && tree.inForce(mandate, clock.instant())
                && access.holds(personId, mandate);
    }

    private static void add(Set<Act> acts, Act act, boolean may) {
        if (may) {
            acts.add(act);
        }
    }
}
