package org.yinxin.sealing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a use came to nothing: the contract's refusals by their names, and what may happen before. */
public enum UseEnding {
    SEAL_UNKNOWN,
    SEAL_NOT_ACTIVE,
    SEAL_NOT_YET_VALID,
    SEAL_EXPIRED,
    USE_RECORDED_BEFORE,
    ENTRY_TAKEN,
    MANDATE_UNKNOWN,
    MANDATE_OF_ANOTHER_SEAL,
    MANDATE_NOT_IN_FORCE,
    MANDATE_EXHAUSTED,
    KIND_NOT_ALLOWED,
    AUTHORISATION_EXPIRED,
    SIGNATURE_INVALID,
    /** A machine of ours died while sealing. */
    INTERRUPTED,
    /** Something of ours failed while sealing. */
    FAILED,
    /** The document cannot be sealed in this way. */
    REFUSED_BY_SEALING,
    /** A reason that is none of these. */
    OTHER;

    /** @param refusal as the use keeps it, such as {@code SealNotActive} or {@code refused-by-sealing} */
    public static UseEnding of(@Nullable String refusal) {
        String name = Optional.ofNullable(refusal)
                .map(text -> text.replaceAll("(?<=[a-z])(?=[A-Z])", "_").replace('-', '_'))
                .orElse("")
                .toUpperCase(Locale.ROOT);
        return Stream.of(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }

    /** The key of its words: what happened, and what to do. */
    public String key() {
        return "stamping.ending." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
