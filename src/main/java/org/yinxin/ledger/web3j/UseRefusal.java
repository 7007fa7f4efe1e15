package org.yinxin.ledger.web3j;

import java.math.BigInteger;
import java.util.List;

/** The names of the contract's reasons for refusing one use, in the contract's order. */
final class UseRefusal {

    private static final List<String> NAMES = List.of(
            "None",
            "SealUnknown",
            "SealNotActive",
            "SealNotYetValid",
            "SealExpired",
            "UseRecordedBefore",
            "EntryTaken",
            "MandateUnknown",
            "MandateOfAnotherSeal",
            "MandateNotInForce",
            "MandateExhausted",
            "KindNotAllowed",
            "AuthorisationExpired",
            "SignatureInvalid");

    private UseRefusal() {}

    static String of(BigInteger number) {
        int index = number.intValueExact();
        return index < NAMES.size() ? NAMES.get(index) : "Refusal" + index;
    }
}
