package org.yinxin.ledger;

/**
 * The contract that all entries go to.
 *
 * @param contract its address, 20 bytes
 */
record Deployment(long id, long chainId, byte[] contract) {}
