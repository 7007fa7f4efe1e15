package org.yinxin.mandate.web;

import org.yinxin.authority.SignatureRefusedException;
import org.yinxin.mandate.IllegalMandateStepException;
import org.yinxin.mandate.LedgerNotReadyException;
import org.yinxin.mandate.PowerMissingException;
import org.yinxin.mandate.SignatureExpiredException;

/** The words for why something was not signed, or not for long enough. */
final class SigningTrouble {

    private SigningTrouble() {}

    /** The message's key. @throws RuntimeException the given one, when it is something else */
    static String key(RuntimeException trouble) {
        return switch (trouble) {
            case SignatureRefusedException refused -> refused.refusal().messageKey();
            case SignatureExpiredException expired -> "mandate.trouble.expired";
            case PowerMissingException missing -> "mandate.trouble.power";
            case LedgerNotReadyException notReady -> "mandate.trouble.ledger";
            case IllegalMandateStepException overtaken -> "mandate.overtaken";
            default -> throw trouble;
        };
    }

    /** Whether the same page can be shown again for another attempt. */
    static boolean again(RuntimeException trouble) {
        return trouble instanceof SignatureRefusedException || trouble instanceof SignatureExpiredException;
    }
}
