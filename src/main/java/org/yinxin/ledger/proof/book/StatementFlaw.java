package org.yinxin.ledger.proof.book;

/** Why a statement of a use book does not hold. */
public enum StatementFlaw {
    /** The file cannot be read as a statement at all. */
    UNREADABLE,
    /** The numbers do not run from the first to the last one by one. */
    NUMBERS,
    /** An entry says something else than its hash. */
    ENTRY_CHANGED,
    /** An entry does not carry the hash of the one before it. */
    LINK_BROKEN,
    /** The proof of the entry before the first does not hold, or proves another entry. */
    BEGINNING,
    /** The proof of the last entry does not hold, or proves another entry. */
    END,
    /** A proof is about another contract than the statement names. */
    CONTRACT,
    /** The signature was made over something else, or is none. */
    SIGNATURE,
    /** Somebody signed whose certificate was not issued to the platform by an authority that is known. */
    SIGNER
}
