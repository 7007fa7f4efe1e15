package org.yinxin.ledger;

import org.yinxin.ledger.authority.AuthorityKey;
import org.yinxin.shared.Digest;

/**
 * A mandate as the contract holds it now.
 *
 * @param above the mandate that it was given by; zero for a root
 * @param withdrawn whether it ended; it is out of force too when one above it ended
 * @param limit how many uses it allows, 0 for any number
 * @param used how many it has had, counted only where there is a limit
 */
public record MandateOnChain(AuthorityKey key, Digest above, boolean withdrawn, long limit, long used) {}
