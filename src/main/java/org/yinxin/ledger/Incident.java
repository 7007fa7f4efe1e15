package org.yinxin.ledger;

import java.time.Instant;

/**
 * Something that went wrong with the chain or was mended.
 *
 * @param kind its name, for which the pages have words
 */
public record Incident(Instant at, String kind, String detail) {}
