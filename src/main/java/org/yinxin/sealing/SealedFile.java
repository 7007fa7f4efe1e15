package org.yinxin.sealing;

import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.pdf.PadesLevel;
import org.yinxin.sealing.plan.TimeStamping;
import org.yinxin.sealing.plan.UseCommitment;

/**
 * A document as it leaves the engine.
 *
 * @param level the level of its PAdES signature, if it has one
 * @param timeStamping of its signature of GB/T 38540, if it has one
 */
record SealedFile(
        byte[] bytes,
        UseCommitment commitment,
        @Nullable PadesLevel level,
        @Nullable TimeStamping timeStamping) {}
