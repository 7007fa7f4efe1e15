package org.yinxin.register.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.Tally;

/**
 * An import as its page and the history show it.
 *
 * @param mode absent until the officer has confirmed
 * @param ignoredHeadings headings of the file that mean nothing here
 * @param refused how many rows were not good
 * @param failureReference what the log calls the failure; absent when there was none
 */
public record ImportView(
        UUID id,
        RegisterKind kind,
        ImportStatus status,
        @Nullable ImportMode mode,
        String fileName,
        FileEncoding encoding,
        List<String> ignoredHeadings,
        int total,
        int done,
        Tally tally,
        int refused,
        Instant createdAt,
        UUID createdBy,
        @Nullable Instant endedAt,
        @Nullable String failureReference) {

    /** How far the run has come, in whole percent. */
    public int percent() {
        return total == 0 ? 100 : (int) (100L * done / total);
    }
}
