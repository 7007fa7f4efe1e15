package org.yinxin.sealing.plan;

/**
 * Where the imprint's upper left corner stands: the page, counted from 1, and the distances from the left and upper edge
 * of the page as its reader sees it, in tenths of a millimetre.
 */
public record Placement(int page, int left, int top) {

    public Placement {
        if (page < 1) {
            throw new IllegalArgumentException("Pages are counted from 1, not " + page);
        }
    }

    public double leftMm() {
        return left / 10.0;
    }

    public double topMm() {
        return top / 10.0;
    }

    /** As it stands in a use's note: {@code <page>,<left>,<top>}. */
    String text() {
        return page + "," + left + "," + top;
    }

    /** Whether an imprint of this size stands wholly on the page. */
    public boolean fits(PageSize size, double widthMm, double heightMm) {
        return left >= 0
                && top >= 0
                && leftMm() + widthMm <= size.widthMm() + 0.05
                && topMm() + heightMm <= size.heightMm() + 0.05;
    }
}
