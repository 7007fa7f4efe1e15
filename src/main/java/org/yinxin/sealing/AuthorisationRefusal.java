package org.yinxin.sealing;

import java.util.Locale;

/** Why a holder's signature does not authorise the use; the draft waits, and can be signed again. */
public enum AuthorisationRefusal {
    /** Something of the draft, the mandate or the ledger is no longer as it was when the signature was asked for. */
    CHANGED,
    /** The signature came too late. */
    EXPIRED,
    /** The mandate was withdrawn, has ended or is used up. */
    MANDATE_NOT_IN_FORCE,
    /** It is not this key's signature over this use. */
    SIGNATURE_INVALID;

    /** The key of its words. */
    public String key() {
        return "stamping.not-authorised." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
