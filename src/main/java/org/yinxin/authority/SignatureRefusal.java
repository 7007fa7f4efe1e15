package org.yinxin.authority;

/** Why what a page brought as a signature is none. */
public enum SignatureRefusal {
    /** Nothing was signed: cancelled, or scripts do not run. */
    MISSING,
    /** It is no signature at all. */
    UNREADABLE,
    /** It is one, but not by this key, not over this act, not given on this site, or without the holder's check. */
    NOT_OF_THIS_KEY;

    public String messageKey() {
        return "authority.signature." + name();
    }
}
