package org.yinxin.ledger;

import java.time.Instant;

/**
 * What was said of a use, as the contract holds it now.
 *
 * @param disputes how often it was disputed
 * @param lastAt when something was said last: of a use declared void, when that was
 */
public record WordsOnChain(boolean declaredVoid, int disputes, Instant lastAt) {}
