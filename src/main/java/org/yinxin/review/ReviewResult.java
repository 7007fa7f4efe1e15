package org.yinxin.review;

import org.jspecify.annotations.Nullable;

/** What came of an officer's deed. */
public sealed interface ReviewResult {

    /** It is done. */
    record Done() implements ReviewResult {}

    /** It may not be done, or somebody else was quicker; {@code colleague} names who has the case, when known. */
    record Refused(Objection objection, @Nullable String colleague) implements ReviewResult {}
}
