package org.yinxin.application;

import java.time.Instant;
import java.util.UUID;
import org.yinxin.shared.Digest;

/** A file that an applicant handed in, without its bytes. */
public record SupportingFile(
        UUID id,
        UUID applicationId,
        String name,
        FileType type,
        int size,
        int pages,
        Digest sha256,
        Instant storedAt) {}
