package org.yinxin.sealing.pdf;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.UseNote;

/**
 * A signature as the file's own dictionaries describe it, before anything about it is believed.
 *
 * @param signedUntil the end of the last byte range
 * @param rangeSound whether the byte range is two pieces around exactly the signature value, within the file
 * @param spot where it shows, if it shows
 */
public record FoundSignature(
        String field,
        String subFilter,
        long signedUntil,
        boolean rangeSound,
        boolean coversFile,
        @Nullable String contactInfo,
        @Nullable String reason,
        @Nullable Instant claimedTime,
        @Nullable Spot spot) {

    /** A place on a page, in millimetres from its upper left corner as seen. */
    public record Spot(int page, double leftMm, double topMm, double widthMm, double heightMm) {}

    public Optional<UseNote> note() {
        return contactInfo == null ? Optional.empty() : UseNote.parse(contactInfo);
    }

    /** The GM profile (GM/T 0099 and practice): SM2 signatures, which need other code than PAdES. */
    public boolean isGm() {
        return subFilter.startsWith("GM.");
    }

    /** A document time stamp (ISO 32000-2, 12.8.5): it proves when, not who. */
    public boolean isTimeStamp() {
        return "ETSI.RFC3161".equals(subFilter);
    }
}
