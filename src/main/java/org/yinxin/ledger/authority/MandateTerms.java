package org.yinxin.ledger.authority;

import java.time.Instant;
import org.yinxin.shared.Digest;

/**
 * A mandate as it stands on the chain.
 *
 * @param mandate its random identifier
 * @param seal the seal's identifier, in its version when the mandate was given
 * @param above the mandate by whose key it is given
 * @param key the holder's
 * @param limit how many uses it allows; 0 for any number
 * @param kinds the root of the allowed kinds of documents ({@link KindTree}); zero for every kind
 * @param delegable whether its holder may give mandates; one that counts may not
 */
public record MandateTerms(
        Digest mandate,
        Digest seal,
        Digest above,
        AuthorityKey key,
        Instant validFrom,
        Instant validTo,
        int limit,
        Digest kinds,
        boolean delegable) {}
