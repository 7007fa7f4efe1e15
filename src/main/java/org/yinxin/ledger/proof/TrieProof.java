package org.yinxin.ledger.proof;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Follows the nodes of a Merkle-Patricia proof from a root that is known down to a value. */
final class TrieProof {

    private final byte[] path;
    private final Iterator<byte[]> nodes;
    private final ProofFlaw flaw;
    private int at;

    private TrieProof(byte[] path, List<byte[]> nodes, ProofFlaw flaw) {
        this.path = path;
        this.nodes = nodes.iterator();
        this.flaw = flaw;
    }

    /**
     * @param flaw what a broken proof of this kind is called
     * @return what stands under the key
     * @throws ProofRefusedException when the nodes do not lead from the root to a value, or some are left over
     */
    static byte[] value(byte[] root, byte[] key, List<byte[]> nodes, ProofFlaw flaw) {
        TrieProof proof = new TrieProof(Nibbles.of(key), nodes, flaw);
        byte[] value = proof.follow(proof.hashed(root));
        if (proof.nodes.hasNext()) {
            throw proof.refused("nodes that lead nowhere");
        }
        return value;
    }

    private byte[] follow(Rlp start) {
        Rlp node = start;
        while (true) {
            List<Rlp> items = node.items();
            if (items.size() == 17) {
                if (at == path.length) {
                    return present(items.get(16));
                }
                node = child(items.get(path[at++]));
            } else if (items.size() == 2) {
                byte[] packed = items.get(0).bytes();
                step(Nibbles.unpack(packed));
                if (Nibbles.isLeaf(packed)) {
                    if (at != path.length) {
                        throw refused("the path ends before the key does");
                    }
                    return present(items.get(1));
                }
                node = child(items.get(1));
            } else {
                throw refused("a node of " + items.size() + " parts");
            }
        }
    }

    private void step(byte[] shared) {
        if (shared.length > path.length - at
                || !Arrays.equals(shared, 0, shared.length, path, at, at + shared.length)) {
            throw refused("the path is another key's");
        }
        at += shared.length;
    }

    private Rlp child(Rlp reference) {
        if (reference instanceof Rlp.Items) {
            if (reference.encode().length >= 32) {
                throw refused("a long node that is not hashed");
            }
            return reference;
        }
        byte[] hash = reference.bytes();
        if (hash.length != 32) {
            throw refused("the path ends in nothing");
        }
        return hashed(hash);
    }

    private Rlp hashed(byte[] hash) {
        if (!nodes.hasNext()) {
            throw refused("a node is missing");
        }
        byte[] node = nodes.next();
        if (!Arrays.equals(Keccak.hash(node), hash)) {
            throw refused("a node is not the one that the node above names");
        }
        return Rlp.decode(node);
    }

    private byte[] present(Rlp value) {
        if (value.bytes().length == 0) {
            throw refused("nothing stands there");
        }
        return value.bytes();
    }

    private ProofRefusedException refused(String why) {
        return new ProofRefusedException(flaw, why);
    }
}
