package org.yinxin.sealing.pdf;

import java.util.List;

/**
 * A document after an attempt to raise the level of its PAdES signatures; what was there before is its beginning.
 *
 * @param shortfalls why it is less than was asked for
 */
public record ExtendedPdf(byte[] bytes, PadesLevel level, List<Shortfall> shortfalls) {

    public ExtendedPdf {
        shortfalls = List.copyOf(shortfalls);
    }
}
