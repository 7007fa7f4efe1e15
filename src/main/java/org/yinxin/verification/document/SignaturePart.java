package org.yinxin.verification.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.verification.Check;

/**
 * One of the signatures that a stamping made.
 *
 * @param profile by which standard it was made
 * @param level what it brings along to be checked later: B, T, LT or LTA; none where the standard has no such levels
 */
public record SignaturePart(Profile profile, @Nullable String level, List<Check> checks) {

    public SignaturePart {
        checks = List.copyOf(checks);
    }

    /** The standards of signatures. */
    public enum Profile {
        /** ETSI EN 319 142-1. */
        PADES,
        /** Older signatures in PDF (ISO 32000-1, 12.8.3.3). */
        PDF,
        /** The GM profile: GB/T 38540 with SM2 and SM3. */
        GM,
        /** A plain GM signature without a seal (GM/T 0010). */
        GM_PLAIN;

        /** The key of its words. */
        public String key() {
            return "document-check.profile."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
