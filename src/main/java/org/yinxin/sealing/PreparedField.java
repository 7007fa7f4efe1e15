package org.yinxin.sealing;

import org.yinxin.sealing.pdf.EmptyField;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Placement;

/**
 * An empty signature field of a PDF, which somebody prepared for a seal: a box on a page, in tenths of a millimetre from
 * the upper left corner as seen.
 */
public record PreparedField(String name, int page, int left, int top, int width, int height) {

    private static final int LONGEST_NAME = 200;

    static PreparedField of(EmptyField field) {
        return new PreparedField(
                field.name(),
                field.page(),
                (int) Math.round(field.leftMm() * 10),
                (int) Math.round(field.topMm() * 10),
                (int) Math.round(field.widthMm() * 10),
                (int) Math.round(field.heightMm() * 10));
    }

    static PreparedField parse(String text) {
        String[] parts = text.split(",", 6);
        return new PreparedField(
                parts[5],
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]));
    }

    String text() {
        return page + "," + left + "," + top + "," + width + "," + height + "," + name;
    }

    boolean isSensible() {
        return !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    /** Whether an imprint of this size can be put into it, on the page. */
    public boolean holds(PageSize size, double widthMm, double heightMm) {
        return holds(centred(widthMm, heightMm), widthMm, heightMm)
                && centred(widthMm, heightMm).fits(size, widthMm, heightMm);
    }

    /** Whether such an imprint lies within. */
    public boolean holds(Placement at, double widthMm, double heightMm) {
        return at.page() == page
                && at.left() >= left
                && at.top() >= top
                && at.left() + widthMm * 10 <= left + width + 0.5
                && at.top() + heightMm * 10 <= top + height + 0.5;
    }

    /** Where such an imprint stands in the middle of it. */
    public Placement centred(double widthMm, double heightMm) {
        return new Placement(
                page,
                left + (int) Math.floor((width - widthMm * 10) / 2),
                top + (int) Math.floor((height - heightMm * 10) / 2));
    }
}
