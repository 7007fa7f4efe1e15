package org.yinxin.ledger;

import java.time.Instant;

/**
 * How far a node has come.
 *
 * @param number of its newest block
 * @param client the node's software, as it says itself
 */
public record NodeHead(long chainId, long number, String hash, Instant time, String client) {}
