package org.yinxin.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A party as this installation sends for it, or does not.
 *
 * @param account its address, 0x and 40 digits
 * @param trouble what keeps its signer from signing now
 * @param waiting entries that have no transaction yet
 * @param oldest how long the first of them has been waiting
 */
public record SendingParty(
        Party party,
        String account,
        SigningWay way,
        @Nullable String trouble,
        long waiting,
        Duration oldest) {

    /** Whether its entries wait for somebody else to sign them. */
    public boolean elsewhere() {
        return way == SigningWay.ELSEWHERE;
    }
}
