package org.yinxin.ledger.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.shared.Digest;

/**
 * Follows all use books through the contract's events: each entry must carry the number after the one before, and the hash
 * of the one before. A renewed seal goes on with the book of the version that it replaces.
 */
final class BookChains {

    private static final Digest NOTHING = Digest.of(new byte[Digest.LENGTH]);

    private final Map<Digest, Place> books = new HashMap<>();

    /** How far a book has come. */
    private record Place(long number, Digest head) {}

    void follow(List<ChainFact> facts, Findings findings) {
        facts.stream().filter(ChainFact::recorded).forEach(fact -> follow(fact, findings));
    }

    private void follow(ChainFact fact, Findings findings) {
        Digest seal = fact.digest("seal");
        if (seal == null) {
            return;
        }
        Digest before = fact.digest("before");
        if (before != null && fact.event().equals("SealRenewed")) {
            books.put(seal, place(before));
        }
        Long number = fact.number();
        if (number != null) {
            next(seal, number, fact, findings);
        }
    }

    private void next(Digest seal, long number, ChainFact fact, Findings findings) {
        Place last = place(seal);
        Digest head = Objects.requireNonNull(fact.digest("head"));
        List<Mismatch> broken = new ArrayList<>();
        if (number != last.number() + 1) {
            broken.add(new Mismatch("number", String.valueOf(last.number() + 1), String.valueOf(number)));
        }
        if (!Objects.equals(last.head(), fact.digest("previous"))) {
            broken.add(new Mismatch("previous", last.head().hex(), Objects.toString(fact.digest("previous"), "")));
        }
        findings.addIfAny(FindingKind.BOOK_BROKEN, "chain", seal.hex() + " " + number, fact.subject(), broken);
        books.put(seal, new Place(number, head));
    }

    /** Whether the contract's state of the seal is where its events lead. */
    void compare(Digest seal, SealOnChain state, Findings findings) {
        Place last = place(seal);
        List<Mismatch> broken = new ArrayList<>();
        if (state.uses() > last.number()) {
            broken.add(new Mismatch("number", String.valueOf(state.uses()), String.valueOf(last.number())));
        } else if (state.uses() == last.number() && !state.head().equals(last.head())) {
            broken.add(new Mismatch("head", state.head().hex(), last.head().hex()));
        }
        findings.addIfAny(
                FindingKind.BOOK_BROKEN, "chain", seal.hex() + " head", Finding.Subject.ofSeal(seal, null), broken);
    }

    private Place place(Digest seal) {
        return books.getOrDefault(seal, new Place(0, NOTHING));
    }
}
