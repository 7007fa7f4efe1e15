package org.yinxin.ledger.authority;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yinxin.shared.Commitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.Salt;

/**
 * The kinds of documents that a mandate allows, as a Merkle tree over salted leaves: the chain sees its root, a use
 * shows one leaf and its path, and nobody learns which kinds they are. Pairs are hashed in ascending order with
 * Keccak-256, as OpenZeppelin's {@code MerkleProof} expects; leaves are hashed once before, so that nothing above them
 * passes for a leaf.
 */
public final class KindTree {

    /** What a mandate for every kind of document has in place of a root, and its uses in place of a leaf. */
    public static final Digest EVERY_KIND = Digest.of(new byte[Digest.LENGTH]);

    private final List<Digest> leaves;

    private KindTree(List<Digest> leaves) {
        this.leaves = leaves;
    }

    /** @throws IllegalArgumentException when there is no leaf */
    public static KindTree of(List<Digest> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("A tree of no kinds");
        }
        return new KindTree(List.copyOf(leaves));
    }

    /** What stands for a kind under a mandate whose salt is kept with it. */
    public static Digest leaf(Salt salt, String kind) {
        return Commitment.of(salt, "document-kind:" + kind);
    }

    public Digest root() {
        List<Digest> level = lowest();
        while (level.size() > 1) {
            level = above(level);
        }
        return level.getFirst();
    }

    /** The leaf's path to the root. @throws IllegalArgumentException when it is none of the tree's */
    public List<Digest> proof(Digest leaf) {
        int place = leaves.indexOf(leaf);
        if (place < 0) {
            throw new IllegalArgumentException("Not a leaf of this tree");
        }
        List<Digest> proof = new ArrayList<>();
        List<Digest> level = lowest();
        while (level.size() > 1) {
            int beside = place ^ 1;
            if (beside < level.size()) {
                proof.add(level.get(beside));
            }
            level = above(level);
            place /= 2;
        }
        return List.copyOf(proof);
    }

    private List<Digest> lowest() {
        return leaves.stream().map(leaf -> AbiWords.keccak(leaf.bytes())).toList();
    }

    private static List<Digest> above(List<Digest> level) {
        List<Digest> above = new ArrayList<>();
        for (int i = 0; i < level.size(); i += 2) {
            above.add(i + 1 < level.size() ? pair(level.get(i), level.get(i + 1)) : level.get(i));
        }
        return above;
    }

    private static Digest pair(Digest one, Digest other) {
        boolean inOrder = Arrays.compareUnsigned(one.bytes(), other.bytes()) <= 0;
        return inOrder ? AbiWords.keccak(one.bytes(), other.bytes()) : AbiWords.keccak(other.bytes(), one.bytes());
    }
}
