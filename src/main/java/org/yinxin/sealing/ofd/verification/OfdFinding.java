package org.yinxin.sealing.ofd.verification;

import java.util.List;
import org.yinxin.seal.ses.SignatureFinding.Outcome;

/**
 * The answer to one question about a signature's place in its document; what it is in itself is answered by {@link
 * org.yinxin.seal.ses.SignatureReport}.
 *
 * @param parts paths inside the package that the answer is about
 */
public record OfdFinding(Step step, Outcome outcome, Reason reason, List<String> parts) {

    public OfdFinding {
        parts = List.copyOf(parts);
    }

    /** The questions, in the order in which they are asked. */
    public enum Step {
        /** Can the signature's description and value be read, and in one way only? */
        READABLE,
        /** Was the signature made for this description at this place, with the method and the seal that it names? */
        BOUND,
        /** Are the protected parts as they were? */
        PARTS_UNCHANGED,
        /** Is every part protected? */
        PARTS_COVERED
    }

    /** Why; the names are stable. */
    public enum Reason {
        HOLDS,
        NOT_REACHED,
        DESCRIPTION_MISSING,
        DESCRIPTION_BROKEN,
        /** Elements that may stand once stand twice, or in a foreign namespace. */
        DESCRIPTION_AMBIGUOUS,
        VALUE_MISSING,
        VALUE_BROKEN,
        /** A plain signature, which holds no seal, shows an imprint. */
        IMPRINT_WITHOUT_SEAL,
        /** The signature says that it was made for another description. */
        MADE_FOR_ANOTHER,
        /** The description names another method than the signature was made with. */
        METHOD_DIFFERS,
        /** The seal file beside the signature is not the seal that was used. */
        SEAL_FILE_DIFFERS,
        /** An imprint is to show on a page that the document does not have. */
        PAGE_UNKNOWN,
        NOTHING_PROTECTED,
        /** A keyed, weak or unknown digest algorithm: it cannot be told whether anything was changed. */
        DIGEST_NOT_SUPPORTED,
        PART_CHANGED,
        PART_MISSING,
        PART_UNCOVERED
    }

    static OfdFinding passed(Step step) {
        return new OfdFinding(step, Outcome.PASSED, Reason.HOLDS, List.of());
    }

    static OfdFinding failed(Step step, Reason reason, List<String> parts) {
        return new OfdFinding(step, Outcome.FAILED, reason, parts);
    }

    static OfdFinding unknown(Step step, Reason reason) {
        return new OfdFinding(step, Outcome.INDETERMINATE, reason, List.of());
    }

    static OfdFinding skipped(Step step) {
        return new OfdFinding(step, Outcome.SKIPPED, Reason.NOT_REACHED, List.of());
    }
}
