package org.yinxin.sealing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/**
 * A document on its way to be stamped, as pages show it.
 *
 * @param fileDigest the SHA-256 of the uploaded file
 * @param mandate the one chosen among several, by its identifier on the chain
 */
public record DraftView(
        UUID id,
        UUID personId,
        SealNumber seal,
        DocumentKind kind,
        String fileName,
        int fileLength,
        Digest fileDigest,
        int signatures,
        List<PageSize> pages,
        List<PreparedField> fields,
        @Nullable StampPlan plan,
        @Nullable String field,
        @Nullable String purpose,
        @Nullable DocumentClass documentClass,
        @Nullable Digest mandate,
        boolean beingStamped,
        Instant changedAt) {

    public DraftView {
        pages = List.copyOf(pages);
        fields = List.copyOf(fields);
    }
}
