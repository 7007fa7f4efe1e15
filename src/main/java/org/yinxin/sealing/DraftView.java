package org.yinxin.sealing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;

/** A document on its way to be stamped, as pages show it. */
public record DraftView(
        UUID id,
        UUID personId,
        SealNumber seal,
        DocumentKind kind,
        String fileName,
        int fileLength,
        @Nullable Digest fileDigest,
        int signatures,
        List<PageSize> pages,
        List<PreparedField> fields,
        @Nullable StampPlan plan,
        @Nullable String field,
        @Nullable String purpose,
        boolean beingStamped,
        Instant changedAt) {

    public DraftView {
        pages = List.copyOf(pages);
        fields = List.copyOf(fields);
    }
}
