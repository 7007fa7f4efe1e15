package org.yinxin.sealing.viewing;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yinxin.sealing.plan.PageSize;

/**
 * A document in the viewer. Only the present page and a few others stand in the page itself; sizes and imprints of all
 * the others travel as short texts, so that 2,000 pages stay light.
 *
 * @param address of the page that shows the viewer; pictures and texts of pages lie below it
 * @param current the page that is shown, from 1
 * @param signers whom the imprints belong to
 * @param imprints where on which page
 */
public record DocumentView(
        String address, int current, List<PageSize> pages, List<Signer> signers, List<Imprint> imprints) {

    /** Pages to either side of the present one that can be reached without scripts. */
    private static final int AROUND = 3;

    private static final int MOST_SEALED = 8;

    /**
     * Whose imprint it is.
     *
     * @param anchor of what is told about the signature
     * @param verdict valid, invalid or unknown
     * @param name as the certificate gives it; empty when it gives none
     */
    public record Signer(String anchor, String verdict, String name) {}

    /**
     * An imprint on a page, in millimetres from its upper left corner as seen.
     *
     * @param signer its place in the list of signers
     */
    public record Imprint(int signer, int page, double left, double top, double width, double height) {

        /** Whether its label would leave a page of this width. */
        public boolean leansLeft(double pageWidth) {
            return left + Math.max(width, LABEL) > pageWidth;
        }

        /** Whether its label stands below, for want of room above. */
        public boolean hangs() {
            return top < LABEL_HEIGHT;
        }
    }

    private static final double LABEL = 90;
    private static final double LABEL_HEIGHT = 6;

    public DocumentView {
        pages = List.copyOf(pages);
        signers = List.copyOf(signers);
        imprints = List.copyOf(imprints);
        current = pages.isEmpty() ? 0 : Math.clamp(current, 1, pages.size());
    }

    /** The size of the page that is shown. */
    public PageSize size() {
        return pages.get(current - 1);
    }

    public List<Imprint> shown() {
        return imprints.stream().filter(imprint -> imprint.page() == current).toList();
    }

    /** Pages offered beside the present one: the first, the last, its neighbours, and the first with an imprint. */
    public List<Integer> offered() {
        TreeSet<Integer> offered = new TreeSet<>();
        imprints.stream().map(Imprint::page).distinct().limit(MOST_SEALED).forEach(offered::add);
        offered.add(1);
        offered.add(pages.size());
        for (int page = current - AROUND; page <= current + AROUND; page++) {
            offered.add(page);
        }
        return offered.subSet(1, true, pages.size(), true).stream().toList();
    }

    /** The first page with an imprint of this signer, 0 when there is none. */
    public int pageOf(int signer) {
        return imprints.stream()
                .filter(imprint -> imprint.signer() == signer)
                .mapToInt(Imprint::page)
                .min()
                .orElse(0);
    }

    /** Whether the page carries an imprint. */
    public boolean sealed(int page) {
        return imprints.stream().anyMatch(imprint -> imprint.page() == page);
    }

    /** Sizes of all pages, in order: {@code 210x297*12;297x210}. */
    public String sizes() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int page = 1; page <= pages.size(); page++) {
            if (page == pages.size() || !pages.get(page).equals(pages.get(from))) {
                PageSize size = pages.get(from);
                text.append(text.isEmpty() ? "" : ";")
                        .append(tidy(size.widthMm()))
                        .append('x')
                        .append(tidy(size.heightMm()))
                        .append('*')
                        .append(page - from);
                from = page;
            }
        }
        return text.toString();
    }

    /** All imprints: signer, page, left, top, width, height, and so on. */
    public String marks() {
        return imprints.stream()
                .map(mark -> mark.signer() + "," + mark.page() + "," + tidy(mark.left()) + "," + tidy(mark.top()) + ","
                        + tidy(mark.width()) + "," + tidy(mark.height()))
                .collect(Collectors.joining(";"));
    }

    private static String tidy(double millimetres) {
        double rounded = Math.round(millimetres * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
