package org.yinxin.ledger.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Merkle-Patricia trie of a block's transactions or receipts (yellow paper, appendix D): the key is the place in the
 * block in RLP, the value what stands there.
 */
final class IndexTrie {

    private static final byte[] EMPTY_ROOT = Keccak.hash(Rlp.of(new byte[0]).encode());

    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(byte[] key, byte[] value) {}

    IndexTrie(List<byte[]> values) {
        for (int i = 0; i < values.size(); i++) {
            pairs.add(new Pair(Nibbles.of(key(i)), values.get(i)));
        }
    }

    static byte[] key(int index) {
        return Rlp.of(index).encode();
    }

    byte[] root() {
        return pairs.isEmpty()
                ? EMPTY_ROOT.clone()
                : Keccak.hash(node(pairs, 0, null).encode());
    }

    /** The nodes from the root down to the value; those shorter than a hash stand inside the node above. */
    List<byte[]> proof(int index) {
        List<byte[]> path = new ArrayList<>();
        Rlp root = node(pairs, 0, new Trail(pairs.get(index).key(), path));
        path.add(root.encode());
        return path.reversed();
    }

    /** The key that is being proved, and the nodes on the way to it, lowest first. */
    private record Trail(byte[] key, List<byte[]> nodes) {

        boolean passes(List<Pair> pairs) {
            return pairs.stream().anyMatch(pair -> Arrays.equals(pair.key(), key));
        }
    }

    private static Rlp node(List<Pair> pairs, int depth, @Nullable Trail trail) {
        if (pairs.size() == 1) {
            byte[] rest = rest(pairs.getFirst().key(), depth);
            return Rlp.of(List.of(
                    Rlp.of(Nibbles.pack(rest, true)), Rlp.of(pairs.getFirst().value())));
        }
        int shared = shared(pairs, depth);
        if (shared > depth) {
            byte[] path = Arrays.copyOfRange(pairs.getFirst().key(), depth, shared);
            return Rlp.of(List.of(Rlp.of(Nibbles.pack(path, false)), reference(pairs, shared, trail)));
        }
        List<Rlp> branch = new ArrayList<>();
        for (int nibble = 0; nibble < 16; nibble++) {
            int wanted = nibble;
            List<Pair> below = pairs.stream()
                    .filter(pair -> pair.key().length > depth && pair.key()[depth] == wanted)
                    .toList();
            branch.add(below.isEmpty() ? Rlp.of(new byte[0]) : reference(below, depth + 1, trail));
        }
        branch.add(Rlp.of(pairs.stream()
                .filter(pair -> pair.key().length == depth)
                .findFirst()
                .map(Pair::value)
                .orElse(new byte[0])));
        return Rlp.of(branch);
    }

    private static Rlp reference(List<Pair> pairs, int depth, @Nullable Trail trail) {
        Rlp node = node(pairs, depth, trail);
        byte[] encoded = node.encode();
        if (encoded.length < 32) {
            return node;
        }
        if (trail != null && trail.passes(pairs)) {
            trail.nodes().add(encoded);
        }
        return Rlp.of(Keccak.hash(encoded));
    }

    private static int shared(List<Pair> pairs, int depth) {
        byte[] first = pairs.getFirst().key();
        int end = first.length;
        for (Pair pair : pairs) {
            int mismatch = Arrays.mismatch(first, 0, end, pair.key(), 0, Math.min(end, pair.key().length));
            end = mismatch < 0 ? end : mismatch;
        }
        return Math.max(end, depth);
    }

    private static byte[] rest(byte[] key, int depth) {
        return Arrays.copyOfRange(key, depth, key.length);
    }
}
