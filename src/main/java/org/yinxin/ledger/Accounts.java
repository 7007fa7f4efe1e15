package org.yinxin.ledger;

import java.util.List;

/** The parties' accounts, and who signs for them; a key never leaves the one who guards it. */
public interface Accounts {

    /** The party's address, 20 bytes. */
    byte[] address(Party party);

    /** Where the party's signatures come from. */
    SigningWay way(Party party);

    /** The address of a contract that the platform creates with this nonce, 20 bytes. */
    byte[] contractAt(long nonce);

    /**
     * The contract's creation by the platform, with every party's account in it.
     *
     * @throws CouldNotSignException when there is no signature to be had now
     */
    SignedTransaction deploy(long chainId, long nonce);

    /** The gas that a transaction with these entries asks for. */
    long gas(List<LedgerEntry> entries);

    /**
     * One entry, or a batch of uses, in one transaction.
     *
     * @throws CouldNotSignException when there is no signature to be had now
     */
    SignedTransaction sign(long chainId, byte[] contract, long nonce, Party party, List<LedgerEntry> entries);
}
