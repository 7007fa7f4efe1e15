package org.yinxin.seal.ses;

/** The answer to one question about a signature. */
public record SignatureFinding(Step step, Outcome outcome, Reason reason) {

    /** The questions, in the order in which they are asked. */
    public enum Step {
        /** Did the maker named in the seal sign it? */
        MAKER_SIGNATURE,
        /** Is the maker certified by somebody we trust, when the seal was made? */
        MAKER_CHAIN,
        /** Was the seal in its period at the time of signing? */
        SEAL_VALIDITY,
        /** Does the seal's list name the signer? */
        SIGNER_LISTED,
        /** Did the signer named in the signature sign it? */
        SIGNATURE,
        /** Is the signer certified by somebody we trust? */
        SIGNER_CHAIN,
        /** Was the signer's certificate in its period at the time of signing? */
        SIGNER_VALIDITY,
        /** May the signer's key sign? */
        KEY_USAGE,
        /** Was the signer's certificate not revoked at the time of signing? */
        REVOCATION,
        /** Is what was signed what lies here? */
        DATA_HASH,
        /** Does a time stamp prove the time? */
        TIME_STAMP
    }

    /** How a question was answered. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It could not be checked. */
        INDETERMINATE,
        /** There is nothing to check, or an earlier answer made the question moot. */
        SKIPPED
    }

    /** Why. */
    public enum Reason {
        HOLDS,
        NOT_REACHED,
        ALGORITHM_NOT_SUPPORTED,
        CERTIFICATE_UNREADABLE,
        KEY_IS_NOT_SM2,
        SIGNATURE_WRONG,
        /** Version 1 only: the signer signed the data's digest alone, which says nothing of the seal and the time. */
        SIGNS_DIGEST_ONLY,
        ISSUER_UNKNOWN,
        ISSUER_NOT_VALID_THEN,
        NOT_AUTHORITY,
        TIME_NOT_STATED,
        NOT_YET_VALID,
        EXPIRED,
        NOT_LISTED,
        LIST_DIGEST_NOT_SUPPORTED,
        /** The list holds no certificates at all, but something else. */
        LIST_UNREADABLE,
        KEY_MAY_NOT_SIGN,
        REVOKED,
        REVOCATION_UNKNOWN,
        DATA_CHANGED,
        ABSENT,
        TIME_STAMP_UNREADABLE,
        TIME_STAMP_OF_OTHER_DATA,
        TIME_STAMP_WRONG,
        TIME_STAMP_BEFORE_SIGNING
    }

    static SignatureFinding passed(Step step) {
        return new SignatureFinding(step, Outcome.PASSED, Reason.HOLDS);
    }

    static SignatureFinding failed(Step step, Reason reason) {
        return new SignatureFinding(step, Outcome.FAILED, reason);
    }

    static SignatureFinding unknown(Step step, Reason reason) {
        return new SignatureFinding(step, Outcome.INDETERMINATE, reason);
    }

    static SignatureFinding skipped(Step step, Reason reason) {
        return new SignatureFinding(step, Outcome.SKIPPED, reason);
    }
}
