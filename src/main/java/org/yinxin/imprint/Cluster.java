package org.yinxin.imprint;

import java.util.BitSet;

/** Blots of ink that lie so near to each other that they are one imprint. */
final class Cluster {

    final Blot box = new Blot(0);
    private final int[] blotOf;
    private final BitSet blots = new BitSet();

    Cluster(int[] blotOf, Blot first) {
        this.blotOf = blotOf;
        blots.set(first.number);
        box.add(first);
    }

    void take(Cluster other) {
        blots.or(other.blots);
        box.add(other.box);
    }

    boolean has(int pixel) {
        return blots.get(blotOf[pixel]);
    }
}
