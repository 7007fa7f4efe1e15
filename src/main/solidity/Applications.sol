// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Entries} from "./Entries.sol";
import {Outcome, Party} from "./LedgerTypes.sol";
import {Parties} from "./Parties.sol";

/// @title Three bureaus decide on applications
/// @notice A decision holds for exactly the digest that the officer saw. A bureau may decide anew while nothing has
/// been issued over the application; a refusal is final.
abstract contract Applications is Parties, Entries {
    /// @notice A bureau decided.
    event ApplicationDecided(
        bytes16 indexed entry,
        bytes32 indexed application,
        Party indexed bureau,
        bytes32 digest,
        Outcome outcome,
        bytes32 reason
    );

    /// @notice Only the three bureaus decide, with an outcome, for themselves.
    error NotADecision();
    /// @notice This bureau has not approved this digest.
    error ApprovalMissing(bytes32 digest, Party bureau);
    /// @notice A bureau has refused the application for good.
    error ApplicationRefusedBefore(bytes32 application);
    /// @notice A seal has been issued over the application.
    error ApplicationUsedUp(bytes32 application);

    /// @notice What a bureau last said of a digest.
    mapping(bytes32 digest => mapping(Party bureau => Outcome)) public decisionOf;
    /// @notice Whether a bureau has refused an application for good.
    mapping(bytes32 application => bool) public refused;
    /// @notice Whether a seal has been issued over an application.
    mapping(bytes32 application => bool) public usedUp;

    /// @notice Records the sender's decision as that of the bureau it acts for.
    /// @param digest keccak256(abi.encode(application, enterprise, physicalSeal, content, keccak256(abi.encode(kind, x, y)))) of what
    /// the officer saw
    /// @param reason the salted digest of the reason
    function decide(bytes16 entry, Party bureau, bytes32 application, bytes32 digest, Outcome outcome, bytes32 reason)
        external
        only(bureau)
    {
        if (!_first(bureau, entry)) return;
        if (bureau > Party.DataAdministration || outcome == Outcome.None) revert NotADecision();
        if (refused[application]) revert ApplicationRefusedBefore(application);
        if (usedUp[application]) revert ApplicationUsedUp(application);
        if (bureau == Party.DataAdministration && outcome == Outcome.Approved) {
            _requireApproval(digest, Party.MarketSupervision);
            _requireApproval(digest, Party.PublicSecurity);
        }
        if (outcome == Outcome.Refused) refused[application] = true;
        decisionOf[digest][bureau] = outcome;
        emit ApplicationDecided(entry, application, bureau, digest, outcome, reason);
    }

    /// @dev Takes the application out of circulation if all three bureaus approved this digest of it.
    function _useUp(bytes32 application, bytes32 digest) internal {
        if (refused[application]) revert ApplicationRefusedBefore(application);
        if (usedUp[application]) revert ApplicationUsedUp(application);
        _requireApproval(digest, Party.MarketSupervision);
        _requireApproval(digest, Party.PublicSecurity);
        _requireApproval(digest, Party.DataAdministration);
        usedUp[application] = true;
    }

    function _requireApproval(bytes32 digest, Party bureau) private view {
        if (decisionOf[digest][bureau] != Outcome.Approved) revert ApprovalMissing(digest, bureau);
    }
}
