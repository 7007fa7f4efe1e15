package org.yinxin.sealing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.shared.SealNumber;

/** A document on its way to be stamped, as pages show it. */
public record DraftView(
        UUID id,
        UUID personId,
        SealNumber seal,
        String fileName,
        int fileLength,
        int signatures,
        List<PageSize> pages,
        @Nullable Placement placement,
        @Nullable String purpose,
        boolean beingStamped,
        Instant changedAt) {

    public DraftView {
        pages = List.copyOf(pages);
    }
}
