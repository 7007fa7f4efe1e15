package org.yinxin.ledger.authority;

import org.yinxin.shared.Digest;

/** What a mandate holder signs: an EIP-712 structure that the contract puts together too. */
public sealed interface SignedAct permits SignedUse, SignedActivation, SignedMandate, SignedWithdrawal, SignedMark {

    /** The 32 bytes that the key signs (ES256), or that are the challenge (passkey). */
    Digest digest(LedgerDomain domain);
}
