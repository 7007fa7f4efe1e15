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
    AuthorityNotAccepted
}

/// @dev What data administration asks for when it issues a seal. Digests are salted commitments.
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

/// @dev One use as the platform brings it. `mandate` and `authority` are empty until mandates exist.
struct UseRequest {
    bytes16 entry;
    bytes32 seal;
    bytes32 use;
    bytes32 authorised;
    bytes32 sealedRevision;
    bytes32 purpose;
    bytes32 mandate;
    bytes authority;
}

/// @dev A seal as it stands; `head` is the last hash of its use book.
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

/// @dev Where a use was recorded; its event in that block says the rest.
struct UseRecord {
    bytes16 entry;
    uint64 number;
    uint64 blockNumber;
}
