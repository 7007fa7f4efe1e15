package org.yinxin.imprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the inked pixels of a scan into connected blots, and blots that lie together into imprints. */
final class InkBlots {

    private static final double NEAR = 0.05;
    private static final int SPECK = 12;
    private static final double SPECK_SHARE = 0.00004;
    private static final int MOST_BLOTS = 2_000;

    private final RedInk ink;
    private final int[] blotOf;

    private InkBlots(RedInk ink) {
        this.ink = ink;
        this.blotOf = new int[ink.density().length];
    }

    /** What lies together, the one with the most ink first; specks belong to none. */
    static List<Cluster> clusters(RedInk ink) {
        InkBlots blots = new InkBlots(ink);
        List<Blot> found = blots.find();
        int longest = found.stream().mapToInt(Blot::longer).max().orElse(0);
        int near = Math.max(2, (int) (longest * NEAR));
        int least = Math.max(SPECK, (int) ((double) longest * longest * SPECK_SHARE));
        List<Cluster> clusters = new ArrayList<>();
        found.stream()
                .filter(blot -> blot.pixels >= least)
                .sorted(Comparator.comparingInt((Blot blot) -> blot.pixels).reversed())
                .limit(MOST_BLOTS)
                .forEach(blot -> join(clusters, new Cluster(blots.blotOf, blot), near));
        clusters.sort(
                Comparator.comparingInt((Cluster cluster) -> cluster.box.pixels).reversed());
        return clusters;
    }

    private static void join(List<Cluster> clusters, Cluster next, int near) {
        Cluster joined = next;
        for (boolean again = true; again; ) {
            again = false;
            for (Cluster other : List.copyOf(clusters)) {
                if (other.box.near(joined.box, near)) {
                    clusters.remove(other);
                    other.take(joined);
                    joined = other;
                    again = true;
                }
            }
        }
        clusters.add(joined);
    }

    private List<Blot> find() {
        List<Blot> found = new ArrayList<>();
        found.add(new Blot(0));
        for (int i = 0; i < blotOf.length; i++) {
            if (ink.density()[i] > 0 && blotOf[i] == 0) {
                Blot blot = new Blot(found.size());
                fill(blot, i);
                found.add(blot);
            }
        }
        return found.subList(1, found.size());
    }

    private void fill(Blot blot, int start) {
        ArrayDeque<Integer> open = new ArrayDeque<>();
        blotOf[start] = blot.number;
        open.add(start);
        while (!open.isEmpty()) {
            int at = open.removeLast();
            int x = at % ink.width();
            int y = at / ink.width();
            blot.add(x, y);
            for (int line = Math.max(0, y - 1); line <= Math.min(ink.height() - 1, y + 1); line++) {
                for (int column = Math.max(0, x - 1); column <= Math.min(ink.width() - 1, x + 1); column++) {
                    int next = line * ink.width() + column;
                    if (ink.density()[next] > 0 && blotOf[next] == 0) {
                        blotOf[next] = blot.number;
                        open.add(next);
                    }
                }
            }
        }
    }
}
