// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @dev Whoever has an account of its own. The order is part of the interface.
enum Party {
    MarketSupervision,
    PublicSecurity,
    DataAdministration,
    Court,
    Platform
}

/// @dev What a bureau said of an application.
enum Outcome {
    None,
    Approved,
    Returned,
    Refused
}

/// @dev Where a seal stands in its life.
enum SealStatus {
    None,
    Issued,
    Active,
    Suspended,
    Revoked,
    Replaced
}

/// @dev A step in a seal's life.
enum Action {
    Activate,
    Suspend,
    Resume,
    Revoke
}

/// @dev Why one use of a batch was not recorded.
enum Refusal {
    None,
    SealUnknown,
    SealNotActive,
    SealNotYetValid,
    SealExpired,
    UseRecordedBefore,
    EntryTaken,
    MandateUnknown,
    MandateOfAnotherSeal,
    MandateNotInForce,
    MandateExhausted,
    KindNotAllowed,
    AuthorisationExpired,
    SignatureInvalid
}

/// @dev How a mandate holder's P-256 key signs.
enum KeyKind {
    None,
    Es256,
    Passkey
}

/// @dev What an entry says of an earlier use.
enum Mark {
    Void,
    Dispute
}

/// @dev A P-256 key: a point of the curve, and how it signs.
struct HolderKey {
    KeyKind kind;
    bytes32 x;
    bytes32 y;
}

/// @dev What data administration asks for when it issues a seal. Digests are salted commitments. `root` becomes the
/// mandate of the key that the three bureaus approved.
struct IssueRequest {
    bytes32 seal;
    uint32 version;
    bytes32 application;
    bytes32 enterprise;
    bytes32 physicalSeal;
    bytes32 content;
    bytes32 sealDigest;
    uint64 validFrom;
    uint64 validTo;
    bytes32 root;
    HolderKey key;
}

/// @dev A new key in the place of a lost one, over an application of its own that all three bureaus approved.
struct ReplacementRequest {
    bytes32 seal;
    bytes32 application;
    bytes32 content;
    bytes32 root;
    HolderKey key;
}

/// @dev What a mandate allows. `limit` counts uses, zero for any number; `kinds` is the Merkle root of the allowed
/// kinds of documents, zero for every kind.
struct MandateTerms {
    bytes32 mandate;
    bytes32 seal;
    bytes32 above;
    HolderKey key;
    uint64 validFrom;
    uint64 validTo;
    uint32 limit;
    bytes32 kinds;
    bool delegable;
}

/// @dev A mandate as it stands: its first word is all that most uses need to read.
struct MandateState {
    KeyKind keyKind;
    bool withdrawn;
    bool delegable;
    bool kindsLimited;
    uint8 depth;
    uint64 validFrom;
    uint64 validTo;
    uint32 limit;
    uint32 used;
    bytes32 x;
    bytes32 y;
    bytes32 above;
    bytes32 kinds;
}

/// @dev A new version of a seal in force: new keys and a new seal file for the same enterprise and physical seal.
/// `consent` commits to what the owner accepted.
struct RenewalRequest {
    bytes32 seal;
    bytes32 before;
    uint32 version;
    bytes32 sealDigest;
    uint64 validFrom;
    uint64 validTo;
    bytes32 consent;
}

/// @dev One use as the platform brings it, on the authority of a mandate: `signature` is the holder's, over everything
/// but `sealedRevision`, which comes out of the sealing. `kind` stands for the document's kind, with its path to the
/// mandate's root of kinds where it has one.
struct UseRequest {
    bytes16 entry;
    bytes32 seal;
    bytes32 use;
    bytes32 authorised;
    bytes32 sealedRevision;
    bytes32 purpose;
    bytes32 mandate;
    bytes32 kind;
    uint64 expiry;
    bytes32[] kindProof;
    bytes signature;
}

/// @dev A recorded use as its event told it; its digest is the use's fact.
struct UseFact {
    bytes16 entry;
    bytes32 seal;
    bytes32 use;
    bytes32 authorised;
    bytes32 sealedRevision;
    bytes32 purpose;
    bytes32 mandate;
    bytes32 kind;
}

/// @dev A word on an earlier use, on the authority of its mandate or one above it.
struct MarkRequest {
    bytes32 seal;
    Mark mark;
    bytes32 reason;
    bytes32 mandate;
    uint64 expiry;
    bytes signature;
}

/// @dev A seal as it stands; `uses` counts the entries of its use book, `head` is the last hash of it.
struct SealState {
    SealStatus status;
    uint32 version;
    uint64 validFrom;
    uint64 validTo;
    uint64 uses;
    bytes32 head;
    bytes32 sealDigest;
    bytes32 application;
    bytes32 enterprise;
    bytes32 physicalSeal;
}

/// @dev Where a use was recorded; its event in that block says the rest. `fact` is the beginning of the fact's digest.
struct UseRecord {
    uint40 number;
    uint40 blockNumber;
    bytes22 fact;
}

/// @dev What was said of a use so far, and when something was said last; nothing is said after a use was declared void.
struct UseWords {
    bool declaredVoid;
    uint32 disputes;
    uint64 lastAt;
}
