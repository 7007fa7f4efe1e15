package org.yinxin.mandate;

import java.util.Locale;

/** Why a mandate cannot be given as it is wished; each is also the contract's or a stricter rule of ours. */
public enum OfferProblem {
    /** The giver's own mandate does not let them give any, or is not in force. */
    MAY_NOT_GIVE("name"),
    /** There are as many mandates above each other as the contract allows. */
    TOO_DEEP("name"),
    PERIOD_EMPTY("validTo"),
    PERIOD_OVER("validTo"),
    BEFORE_OWN("validFrom"),
    AFTER_OWN("validTo"),
    AFTER_SEAL("validTo"),
    COUNT_OUT_OF_RANGE("uses"),
    /** A mandate that counts cannot be handed on. */
    COUNTED_AND_DELEGABLE("delegable"),
    ROLE_NOT_DELEGABLE("delegable"),
    TOO_DEEP_TO_DELEGATE("delegable"),
    /** Where the giver's mandate is limited to kinds of documents, those under it have exactly these. */
    OTHER_KINDS("kinds"),
    /** The key is not one of the giver's machines, or is gone. */
    KEY_UNKNOWN("key");

    private final String field;

    OfferProblem(String field) {
        this.field = field;
    }

    /** The field of the form that is at fault. */
    public String field() {
        return field;
    }

    /** The key of its words. */
    public String key() {
        return "mandate.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
