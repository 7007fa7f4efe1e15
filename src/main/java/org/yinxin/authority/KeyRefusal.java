package org.yinxin.authority;

import org.jspecify.annotations.Nullable;

/** Why a key is not enrolled, renamed or removed. */
public enum KeyRefusal {
    /** The challenge ran out, was used, or was another person's. */
    CHALLENGE_GONE,
    /** What the browser sent is not what was asked for. */
    NOT_UNDERSTOOD,
    /** The answer was given on another site's page. */
    WRONG_SITE,
    /** The authenticator did not check who touched it. */
    NOT_VERIFIED,
    /** Not a key on P-256: RSA, another curve, another algorithm. */
    WRONG_CURVE,
    /** The same key is enrolled, here or by somebody else. */
    ALREADY_ENROLLED,
    TOO_MANY,
    LABEL_MISSING,
    LABEL_TOO_LONG,
    KEY_MISSING,
    /** Neither a PEM file of a public key nor a JWK. */
    KEY_UNREADABLE,
    /** A private key was about to be given away. */
    KEY_PRIVATE,
    PROOF_MISSING,
    PROOF_UNREADABLE,
    /** The signature over the challenge is not by this key. */
    PROOF_WRONG,
    /** Something hangs on the key. */
    IN_USE;

    /** The field of a form beside which it is said; null for the page as a whole. */
    public @Nullable String field() {
        return switch (this) {
            case LABEL_MISSING, LABEL_TOO_LONG -> "label";
            case KEY_MISSING, KEY_UNREADABLE, KEY_PRIVATE -> "publicKey";
            case PROOF_MISSING, PROOF_UNREADABLE, PROOF_WRONG -> "proof";
            default -> null;
        };
    }

    public String messageKey() {
        return "authority.refusal." + name();
    }
}
