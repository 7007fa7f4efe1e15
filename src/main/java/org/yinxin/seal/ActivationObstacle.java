package org.yinxin.seal;

/** Why a seal is not taken into use now. */
public enum ActivationObstacle {
    /** It was made before keys were asked for. */
    NO_KEY,
    /** Its key is of somebody who represented the enterprise before. */
    KEY_OF_ANOTHER,
    /** Its key is not enrolled any more. */
    KEY_REMOVED,
    /** The contract has no address yet for which one could sign. */
    LEDGER_NOT_READY,
    /** The signature is not by the seal's key over this act. */
    SIGNATURE_WRONG,
    /** More than a day went by since the page was opened. */
    EXPIRED,
    /** This very act came before. */
    USED_BEFORE
}
