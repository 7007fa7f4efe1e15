package org.yinxin.sealing;

import java.util.Locale;
import org.yinxin.ledger.Pace;
import org.yinxin.shared.UseCode;

/** The outcome of confirming a stamping. */
public sealed interface StampResult {

    /** The document is sealed and on its way to the chain. */
    record Stamped(UseCode code) implements StampResult {}

    /** It cannot be done now; the draft waits. */
    record NotNow(Obstacle obstacle) implements StampResult {}

    /** Too much waits for the chain; nothing was made, and the draft waits to be signed later. */
    record Busy(Pace.Busy queue) implements StampResult {}

    /** The document cannot be stamped in this way at all; the draft waits to be changed. */
    record Impossible(DocumentRefusal reason) implements StampResult {}

    /** The signature does not authorise the use; the draft waits to be signed again. */
    record NotAuthorised(AuthorisationRefusal reason) implements StampResult {}

    /** What stands in the way. */
    enum Obstacle {
        /** The register says that the seal cannot be used. */
        SEAL_NOT_USABLE,
        /** The chain says that the seal is not active, whatever the register says. */
        CHAIN_SAYS_OTHERWISE,
        /** Nobody could say what the chain holds of the seal. */
        CHAIN_UNREACHABLE,
        /** Something of ours failed; the reference in the log tells what. */
        FAILED;

        /** The key of its words. */
        public String key() {
            return "stamping.obstacle." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
