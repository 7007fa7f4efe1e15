package org.yinxin.sealing.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stamped document.
 *
 * @param signedUntil the end of our last signature's byte range; proof of its validity may follow
 * @param level that the PAdES signature reached; none without one
 * @param shortfalls why it is less than was asked for
 */
public record SealedPdf(
        byte[] bytes, int signedUntil, @Nullable PadesLevel level, List<Shortfall> shortfalls) {

    public SealedPdf {
        shortfalls = List.copyOf(shortfalls);
    }
}
