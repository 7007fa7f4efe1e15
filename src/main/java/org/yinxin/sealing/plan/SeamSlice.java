package org.yinxin.sealing.plan;

import org.yinxin.sealing.plan.SeamSeal.Edge;

/**
 * What one page carries of a seam seal: the vertical strip of the imprint from one part of its width to another, against
 * the edge of the page.
 *
 * @param from where the strip begins, as a part of the imprint's width between 0 and 1
 * @param to where it ends
 */
public record SeamSlice(int page, Edge edge, double from, double to) {

    /** Where an imprint of this width would stand for the strip to lie against the edge, in millimetres from the left. */
    public double imprintLeftMm(double widthMm, PageSize size) {
        return edge == Edge.LEFT ? -from * widthMm : size.widthMm() - to * widthMm;
    }
}
