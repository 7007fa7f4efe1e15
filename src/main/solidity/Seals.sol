// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Applications} from "./Applications.sol";
import {
    Action,
    IssueRequest,
    Party,
    RenewalRequest,
    ReplacementRequest,
    SealState,
    SealStatus
} from "./LedgerTypes.sol";
import {Mandates} from "./Mandates.sol";

/// @title Seals and their life
/// @notice One seal in force for an enterprise, one for a physical seal; issued over three approvals of the same
/// digest; moved only along legal transitions by those who may.
abstract contract Seals is Applications, Mandates {
    /// @notice A seal came into being.
    event SealIssued(
        bytes16 indexed entry,
        bytes32 indexed seal,
        bytes32 indexed application,
        uint32 version,
        bytes32 enterprise,
        bytes32 physicalSeal,
        bytes32 digest,
        bytes32 sealDigest,
        uint64 validFrom,
        uint64 validTo
    );
    /// @notice A seal moved on in its life.
    event SealMoved(
        bytes16 indexed entry, bytes32 indexed seal, Party indexed by, SealStatus from, SealStatus to, bytes32 reason
    );

    /// @notice A newer version took the place of a seal; its use book goes on.
    event SealRenewed(
        bytes16 indexed entry,
        bytes32 indexed seal,
        bytes32 indexed before,
        uint32 version,
        bytes32 sealDigest,
        uint64 validFrom,
        uint64 validTo,
        bytes32 consent
    );

    /// @notice A new key took the place of a lost one; every mandate under the old root fell with it.
    event RootReplaced(
        bytes16 indexed entry,
        bytes32 indexed seal,
        bytes32 indexed application,
        bytes32 before,
        bytes32 root,
        bytes32 digest
    );

    /// @notice The identifier is in use, or none.
    error SealKnown(bytes32 seal);
    /// @notice A first version is issued, a later one follows the version before.
    error VersionNotExpected(uint32 version);
    /// @notice The period is empty.
    error PeriodEmpty(uint64 validFrom, uint64 validTo);
    /// @notice Only an active seal in its period is renewed.
    error SealNotRenewable(bytes32 seal, SealStatus status);
    /// @notice The enterprise has a seal in force.
    error EnterpriseHasSeal(bytes32 enterprise, bytes32 seal);
    /// @notice The physical seal has an e-seal in force.
    error PhysicalSealHasSeal(bytes32 physicalSeal, bytes32 seal);
    /// @notice The seal's life does not go that way.
    error TransitionNotLegal(bytes32 seal, SealStatus from, Action action);
    /// @notice The seal is not in force.
    error SealNotInForce(bytes32 seal);

    bytes32 private constant ACTIVATE =
        keccak256("Activate(bytes16 entry,bytes32 seal,bytes32 mandate,bytes32 conditions,uint64 expiry)");
    bytes32 private constant KEY_REPLACEMENT = keccak256("yinxin.key-replacement");

    mapping(bytes32 seal => SealState) internal _seals;
    /// @notice The seal last issued to an enterprise.
    mapping(bytes32 enterprise => bytes32 seal) public sealOfEnterprise;
    /// @notice The seal last issued for a physical seal.
    mapping(bytes32 physicalSeal => bytes32 seal) public sealOfPhysicalSeal;
    /// @notice The use book that a seal's versions share: the identifier of the first.
    mapping(bytes32 seal => bytes32 book) public bookOf;

    /// @notice Issues a seal over an application that all three bureaus approved, by data administration.
    function issue(bytes16 entry, IssueRequest calldata request) external only(Party.DataAdministration) {
        if (!_first(Party.DataAdministration, entry)) return;
        _requireNew(request.seal);
        if (request.version != 1) revert VersionNotExpected(request.version);
        if (request.validFrom >= request.validTo) revert PeriodEmpty(request.validFrom, request.validTo);
        bytes32 digest = keccak256(
            abi.encode(
                request.application,
                request.enterprise,
                request.physicalSeal,
                request.content,
                keccak256(abi.encode(request.key.kind, request.key.x, request.key.y))
            )
        );
        _useUp(request.application, digest);
        _takePlace(request);
        _plantRoot(request.seal, request.root, request.key);
        emit SealIssued(
            entry,
            request.seal,
            request.application,
            request.version,
            request.enterprise,
            request.physicalSeal,
            digest,
            request.sealDigest,
            request.validFrom,
            request.validTo
        );
    }

    /// @notice Puts a newer version in the place of an active seal, by data administration, without a new application:
    /// enterprise and physical seal stay what three bureaus approved.
    function renew(bytes16 entry, RenewalRequest calldata request) external only(Party.DataAdministration) {
        if (!_first(Party.DataAdministration, entry)) return;
        _requireNew(request.seal);
        SealState storage before = _seals[request.before];
        if (before.status != SealStatus.Active || block.timestamp > before.validTo) {
            revert SealNotRenewable(request.before, before.status);
        }
        if (request.version <= before.version) revert VersionNotExpected(request.version);
        if (request.validFrom >= request.validTo || request.validTo <= before.validTo) {
            revert PeriodEmpty(request.validFrom, request.validTo);
        }
        before.status = SealStatus.Replaced;
        _follow(request, before);
        emit SealRenewed(
            entry,
            request.seal,
            request.before,
            request.version,
            request.sealDigest,
            request.validFrom,
            request.validTo,
            request.consent
        );
    }

    /// @notice Takes an issued seal into use, on the signature of the legal representative's key.
    /// @param conditions the salted digest of what was accepted
    function activate(bytes16 entry, bytes32 seal, bytes32 conditions, uint64 expiry, bytes calldata signature)
        external
        only(Party.Platform)
    {
        if (!_first(Party.Platform, entry)) return;
        bytes32 root = rootOf[seal];
        _requireSigned(
            keyOf(root), keccak256(abi.encode(ACTIVATE, entry, seal, root, conditions, expiry)), expiry, signature
        );
        _go(entry, seal, Action.Activate, Party.Platform, conditions);
    }

    /// @notice Suspends, resumes or revokes a seal, by any bureau.
    /// @param reason the salted digest of the reason
    function move(bytes16 entry, bytes32 seal, Action action, bytes32 reason) external {
        Party by = _sender();
        if (!_first(by, entry)) return;
        if (action == Action.Activate) revert NotThisParty(msg.sender, Party.Platform);
        if (by > Party.DataAdministration) revert NotThisParty(msg.sender, Party.DataAdministration);
        _go(entry, seal, action, by, reason);
    }

    /// @notice Puts a new key in the place of a lost one, by data administration, over an application that all three
    /// bureaus approved: keccak256(abi.encode(keccak256("yinxin.key-replacement"), application, seal, key, content)).
    function replaceRoot(bytes16 entry, ReplacementRequest calldata request) external only(Party.DataAdministration) {
        if (!_first(Party.DataAdministration, entry)) return;
        if (!inForce(request.seal)) revert SealNotInForce(request.seal);
        bytes32 digest = keccak256(
            abi.encode(
                KEY_REPLACEMENT,
                request.application,
                request.seal,
                keccak256(abi.encode(request.key.kind, request.key.x, request.key.y)),
                request.content
            )
        );
        _useUp(request.application, digest);
        bytes32 before = rootOf[request.seal];
        _fell(before);
        _plantRoot(request.seal, request.root, request.key);
        emit RootReplaced(entry, request.seal, request.application, before, request.root, digest);
    }

    /// @notice A seal as it stands.
    function sealState(bytes32 seal) external view returns (SealState memory) {
        return _seals[seal];
    }

    /// @notice Whether a seal counts against a second one: neither revoked nor expired.
    function inForce(bytes32 seal) public view returns (bool) {
        SealState storage state = _seals[seal];
        return state.status != SealStatus.None && state.status != SealStatus.Revoked
            && state.status != SealStatus.Replaced
            && block.timestamp <= state.validTo;
    }

    /// @dev Zero stands for no seal, so no seal is called so.
    function _requireNew(bytes32 seal) private view {
        if (seal == 0 || _seals[seal].status != SealStatus.None) revert SealKnown(seal);
    }

    function _go(bytes16 entry, bytes32 seal, Action action, Party by, bytes32 reason) private {
        SealStatus from = _seals[seal].status;
        SealStatus to = _after(from, action);
        if (to == SealStatus.None) revert TransitionNotLegal(seal, from, action);
        _seals[seal].status = to;
        emit SealMoved(entry, seal, by, from, to, reason);
    }

    /// @dev The whole life of a seal.
    function _after(SealStatus from, Action action) private pure returns (SealStatus) {
        if (action == Action.Activate && from == SealStatus.Issued) return SealStatus.Active;
        if (action == Action.Suspend && from == SealStatus.Active) return SealStatus.Suspended;
        if (action == Action.Resume && from == SealStatus.Suspended) return SealStatus.Active;
        if (action == Action.Revoke && from != SealStatus.None && from < SealStatus.Revoked) {
            return SealStatus.Revoked;
        }
        return SealStatus.None;
    }

    function _follow(RenewalRequest calldata request, SealState storage before) private {
        SealState storage state = _seals[request.seal];
        state.status = SealStatus.Active;
        state.version = request.version;
        state.validFrom = request.validFrom;
        state.validTo = request.validTo;
        state.uses = before.uses;
        state.head = before.head;
        state.sealDigest = request.sealDigest;
        state.application = before.application;
        state.enterprise = before.enterprise;
        state.physicalSeal = before.physicalSeal;
        rootOf[request.seal] = rootOf[request.before];
        bookOf[request.seal] = bookOf[request.before];
        sealOfEnterprise[before.enterprise] = request.seal;
        sealOfPhysicalSeal[before.physicalSeal] = request.seal;
    }

    function _takePlace(IssueRequest calldata request) private {
        bytes32 before = sealOfEnterprise[request.enterprise];
        if (inForce(before)) revert EnterpriseHasSeal(request.enterprise, before);
        before = sealOfPhysicalSeal[request.physicalSeal];
        if (inForce(before)) revert PhysicalSealHasSeal(request.physicalSeal, before);
        sealOfEnterprise[request.enterprise] = request.seal;
        sealOfPhysicalSeal[request.physicalSeal] = request.seal;
        bookOf[request.seal] = request.seal;
        SealState storage state = _seals[request.seal];
        state.status = SealStatus.Issued;
        state.version = request.version;
        state.validFrom = request.validFrom;
        state.validTo = request.validTo;
        state.sealDigest = request.sealDigest;
        state.application = request.application;
        state.enterprise = request.enterprise;
        state.physicalSeal = request.physicalSeal;
    }
}
