package org.yinxin.sealing.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A seam seal (骑缝章): one imprint cut into strips that stand on the edge of page after page, so that no page can be
 * exchanged.
 *
 * @param edge where it stands; under {@link Parity#MIRRORED} where it stands on odd pages
 * @param top the distance of the imprint from the upper edge of the page as seen, in tenths of a millimetre
 */
public record SeamSeal(PageSpan pages, Edge edge, Parity parity, int top) {

    /** Thinner strips than those of this many pages cannot be told apart; more pages share several imprints evenly. */
    public static final int MOST_STRIPS = 40;

    private static final Pattern FORM =
            Pattern.compile("seam:(\\d{1,5})-(\\d{1,5}),([LR]),(all|odd|even|mirrored),(\\d{1,6})");

    /** The edge of a page as its reader sees it. */
    public enum Edge {
        LEFT,
        RIGHT;

        Edge opposite() {
            return this == LEFT ? RIGHT : LEFT;
        }
    }

    /** Which pages carry it: for sheets printed on both sides, the fronts, the backs, or both on the same side of the paper. */
    public enum Parity {
        ALL,
        ODD,
        EVEN,
        MIRRORED
    }

    public double topMm() {
        return top / 10.0;
    }

    /** The strips in the order of the pages. Fronts and backs of mirrored sheets carry a whole imprint each. */
    public List<SeamSlice> slices() {
        List<SeamSlice> slices = new ArrayList<>();
        if (parity != Parity.EVEN) {
            cut(chosen(page -> parity == Parity.ALL || page % 2 == 1), edge, slices);
        }
        if (parity == Parity.EVEN || parity == Parity.MIRRORED) {
            cut(chosen(page -> page % 2 == 0), parity == Parity.EVEN ? edge : edge.opposite(), slices);
        }
        slices.sort(Comparator.comparingInt(SeamSlice::page));
        return slices;
    }

    /** Whether it joins at least two pages and stands wholly on each of them. */
    public boolean fits(List<PageSize> sizes, double heightMm) {
        if (top < 0 || pages.to() > sizes.size()) {
            return false;
        }
        List<SeamSlice> slices = slices();
        return slices.size() > 1
                && slices.stream().allMatch(slice -> slice.to() - slice.from() < 1)
                && slices.stream()
                        .allMatch(slice -> topMm() + heightMm
                                <= sizes.get(slice.page() - 1).heightMm() + 0.05);
    }

    private List<Integer> chosen(IntPredicate wanted) {
        return IntStream.rangeClosed(pages.from(), pages.to())
                .filter(wanted)
                .boxed()
                .toList();
    }

    private static void cut(List<Integer> pages, Edge edge, List<SeamSlice> slices) {
        int imprints = (pages.size() + MOST_STRIPS - 1) / MOST_STRIPS;
        for (int imprint = 0; imprint < imprints; imprint++) {
            List<Integer> group =
                    pages.subList(pages.size() * imprint / imprints, pages.size() * (imprint + 1) / imprints);
            double strips = group.size();
            for (int i = 0; i < group.size(); i++) {
                slices.add(new SeamSlice(group.get(i), edge, i / strips, (i + 1) / strips));
            }
        }
    }

    /** As it stands in a use's note. */
    String text() {
        return "seam:" + pages.from() + "-" + pages.to() + "," + (edge == Edge.LEFT ? "L" : "R") + ","
                + parity.name().toLowerCase(Locale.ROOT) + "," + top;
    }

    /** @throws IllegalArgumentException when the text is none */
    static SeamSeal parse(String text) {
        Matcher seam = FORM.matcher(text);
        if (!seam.matches()) {
            throw new IllegalArgumentException("No seam seal: " + text);
        }
        return new SeamSeal(
                new PageSpan(Integer.parseInt(seam.group(1)), Integer.parseInt(seam.group(2))),
                seam.group(3).equals("L") ? Edge.LEFT : Edge.RIGHT,
                Parity.valueOf(seam.group(4).toUpperCase(Locale.ROOT)),
                Integer.parseInt(seam.group(5)));
    }
}
