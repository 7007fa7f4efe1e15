package org.yinxin.sealing.pdf.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.Spot;
import org.yinxin.sealing.plan.UseNote;

/**
 * A signature as the file's own dictionaries describe it, before anything about it is believed.
 *
 * @param fields that show it: one for each place at which a seal stands
 * @param fault what is wrong with the byte range; nothing else is looked at then
 * @param coversFile whether the byte range is sound and ends at the file's end
 * @param permission of a certifying signature (DocMDP, ISO 32000-2, 12.8.2.2): 1 nothing more, 2 forms, 3 annotations
 *     too; 0 when it does not certify
 * @param spots where it shows, if it shows
 */
public record FoundSignature(
        List<String> fields,
        String subFilter,
        ByteRange range,
        ByteRange.Fault fault,
        boolean coversFile,
        @Nullable String contactInfo,
        @Nullable String reason,
        @Nullable Instant claimedTime,
        int permission,
        List<Spot> spots) {

    public FoundSignature {
        fields = List.copyOf(fields);
        spots = List.copyOf(spots);
    }

    /** The end of the last byte range. */
    public long signedUntil() {
        return range.end();
    }

    /** Whether the byte range is two pieces around exactly the signature value, within the file. */
    public boolean rangeSound() {
        return fault == ByteRange.Fault.NONE;
    }

    public Optional<UseNote> note() {
        return contactInfo == null ? Optional.empty() : UseNote.parse(contactInfo);
    }

    /** The GM profile (GB/T 38540 in practice): an SES signature with SM2 and SM3. */
    public boolean isSesSeal() {
        return "GM.sm2seal".equals(subFilter);
    }

    /** Any GM profile: SM2 signatures, which need other code than PAdES. */
    public boolean isGm() {
        return subFilter.startsWith("GM.");
    }

    /** A document time stamp (ISO 32000-2, 12.8.5): it proves when, not who. */
    public boolean isTimeStamp() {
        return "ETSI.RFC3161".equals(subFilter);
    }

    FoundSignature and(FoundSignature other) {
        return new FoundSignature(
                Stream.concat(fields.stream(), other.fields.stream()).toList(),
                subFilter,
                range,
                fault,
                coversFile,
                contactInfo,
                reason,
                claimedTime,
                permission,
                Stream.concat(spots.stream(), other.spots.stream()).toList());
    }
}
