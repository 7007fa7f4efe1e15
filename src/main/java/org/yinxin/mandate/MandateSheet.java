package org.yinxin.mandate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.authority.LedgerDomain;

/**
 * All that a machine needs to sign uses under its mandate. The salts open the kinds of documents on the chain: it is for
 * the holder alone.
 *
 * @param mandate the identifier on the chain, as is {@code seal}; 0x and 64 hexadecimal digits
 * @param domain the contract that the signatures are for (EIP-712); null while none stands
 * @param limit how many uses it allows; 0 for any number
 * @param kinds root of the allowed kinds of documents; zero for every kind
 * @param leaves what a use shows for each allowed kind
 */
public record MandateSheet(
        String mandate,
        String seal,
        String sealNumber,
        @Nullable LedgerDomain domain,
        String keyFingerprint,
        String validFrom,
        String validTo,
        int limit,
        String kinds,
        List<Leaf> leaves) {

    /** One allowed kind of documents: its salted leaf, and the leaf's path to the root. */
    public record Leaf(String documentClass, String salt, String leaf, List<String> proof) {}
}
