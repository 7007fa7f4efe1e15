package org.yinxin.sealing;

import java.util.List;
import java.util.Locale;
import org.yinxin.ledger.authority.LedgerDomain;
import org.yinxin.ledger.authority.SignedUse;
import org.yinxin.mandate.HeldMandate;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.shared.Digest;
import org.yinxin.shared.UseCode;

/** What the holder of a mandate can be asked to sign for a draft. */
public sealed interface Preparation {

    /** All mandates of the seal that the person could sign with. */
    List<HeldMandate> choices();

    /**
     * A use waits for this signature.
     *
     * @param act what the key signs
     * @param digest its digest in the contract that is there now
     * @param note what opens the act's commitments
     * @param domain of that contract
     */
    record Ready(
            UseCode code,
            SignedUse act,
            Digest digest,
            UseNote note,
            LedgerDomain domain,
            HeldMandate mandate,
            List<HeldMandate> choices)
            implements Preparation {

        public Ready {
            choices = List.copyOf(choices);
        }
    }

    /** There is nothing to sign yet. */
    record Lacking(Lack lack, List<HeldMandate> choices) implements Preparation {

        public Lacking {
            choices = List.copyOf(choices);
        }
    }

    /** What is lacking. */
    enum Lack {
        /** The person holds no mandate of this seal that is in force. */
        MANDATE,
        /** The mandate does not reach to this kind of document. */
        KIND,
        /** Nobody could say yet which contract the signature is for. */
        LEDGER,
        /** The register says that the seal cannot be used. */
        SEAL;

        /** The key of its words. */
        public String key() {
            return "stamping.lack." + name().toLowerCase(Locale.ROOT);
        }
    }
}
