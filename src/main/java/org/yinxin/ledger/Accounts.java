package org.yinxin.ledger;

import java.util.List;

/** The parties' accounts, which sign what they send; the keys never leave it. */
public interface Accounts {

    /** The party's address, 20 bytes. */
    byte[] address(Party party);

    /** The address of a contract that the platform creates with this nonce, 20 bytes. */
    byte[] contractAt(long nonce);

    /** The contract's creation by the platform, with every party's account in it. */
    SignedTransaction deploy(long chainId, long nonce);

    /** One entry, or a batch of uses, in one transaction. */
    SignedTransaction sign(long chainId, byte[] contract, long nonce, Party party, List<LedgerEntry> entries);
}
