package org.yinxin.ledger;

/** A transaction that is ready to be sent, as often as needed.
 *
 * @param account the sender's address, 20 bytes
 * @param hash 32 bytes
 */
public record SignedTransaction(Party party, byte[] account, long nonce, byte[] hash, byte[] raw) {}
