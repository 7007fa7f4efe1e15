package org.yinxin.ledger.proof;

/** Why a proof does not hold. */
public enum ProofFlaw {
    /** The file cannot be read as a proof at all. */
    UNREADABLE,
    /** Something in the block is not in the one encoding that is allowed. */
    ENCODING,
    /** The block's hash is not that of the header beside it. */
    BLOCK_HASH,
    /** The transaction is not the one that stands in the block at this place. */
    TRANSACTION,
    /** The transaction was signed by another account, for another chain, or is not the one named. */
    SENDER,
    /** The receipt is not the one that stands in the block at this place. */
    RECEIPT,
    /** The chain refused the transaction. */
    REVERTED,
    /** The receipt has no such event. */
    EVENT,
    /** The block names other validators than the known ones. */
    VALIDATORS,
    /** A commit seal was made by nobody of the validators, twice by the same one, or over something else. */
    COMMIT_SEAL,
    /** Fewer than two thirds of the validators signed the block. */
    TOO_FEW_SEALS
}
