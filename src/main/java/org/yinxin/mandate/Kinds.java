package org.yinxin.mandate;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.shared.Digest;

/** The kinds of documents that a mandate allows, in the order of the leaves; none for every kind. */
record Kinds(List<KindLeaf> leaves) {

    Kinds {
        leaves = List.copyOf(leaves);
    }

    /** Each kind under a salt of its own. */
    static Kinds of(Collection<DocumentClass> classes) {
        return new Kinds(classes.stream().sorted().map(KindLeaf::of).toList());
    }

    boolean any() {
        return leaves.isEmpty();
    }

    Set<DocumentClass> classes() {
        Set<DocumentClass> classes = EnumSet.noneOf(DocumentClass.class);
        leaves.forEach(leaf -> classes.add(leaf.documentClass()));
        return classes;
    }

    Digest root() {
        return any() ? KindTree.EVERY_KIND : tree().root();
    }

    /** Leaf and path for a document of this kind; empty when the mandate does not allow it. */
    Optional<KindAuthority> authority(DocumentClass documentClass) {
        if (any()) {
            return Optional.of(KindAuthority.EVERY_KIND);
        }
        return leaves.stream()
                .filter(leaf -> leaf.documentClass() == documentClass)
                .map(leaf -> new KindAuthority(leaf.onChain(), tree().proof(leaf.onChain())))
                .findFirst();
    }

    private KindTree tree() {
        return KindTree.of(leaves.stream().map(KindLeaf::onChain).toList());
    }
}
