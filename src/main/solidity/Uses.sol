// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Party, Refusal, SealState, SealStatus, UseRecord, UseRequest} from "./LedgerTypes.sol";
import {Seals} from "./Seals.sol";

/// @title The use books
/// @notice Every use gets its seal's next number and the hash of the use before, from the contract and nobody else:
/// a use that vanished would leave a gap that anyone can see.
abstract contract Uses is Seals {
    /// @notice A use was recorded. `head` = keccak256(abi.encode(previous, number, fact)), and `fact` =
    /// keccak256(abi.encode(entry, seal, use, authorised, sealedRevision, purpose, mandate)).
    event UseRecorded(
        bytes16 indexed entry,
        bytes32 indexed seal,
        bytes32 indexed use,
        uint64 number,
        bytes32 authorised,
        bytes32 sealedRevision,
        bytes32 purpose,
        bytes32 mandate,
        bytes32 previous,
        bytes32 head
    );
    /// @notice One use was refused; the rest of its batch was not.
    event UseRefused(bytes16 indexed entry, bytes32 indexed seal, bytes32 indexed use, Refusal refusal);

    /// @notice Where a use was recorded.
    mapping(bytes32 use => UseRecord) public useOf;

    /// @notice Brings uses onto the chain, by the platform, on the authority that each carries.
    function recordUses(UseRequest[] calldata requests) external only(Party.Platform) {
        for (uint256 i = 0; i < requests.length; i++) {
            _record(requests[i]);
        }
    }

    function _record(UseRequest calldata request) private {
        bytes32 fact = _factOf(request);
        if (factOf[request.entry] == fact) {
            emit EntryRepeated(request.entry);
            return;
        }
        Refusal refusal = _refusal(request);
        if (refusal != Refusal.None) {
            emit UseRefused(request.entry, request.seal, request.use, refusal);
            return;
        }
        factOf[request.entry] = fact;
        _append(request, fact);
    }

    function _append(UseRequest calldata request, bytes32 fact) private {
        SealState storage seal = _seals[request.seal];
        bytes32 previous = seal.head;
        uint64 number = seal.uses + 1;
        bytes32 head = keccak256(abi.encode(previous, number, fact));
        seal.uses = number;
        seal.head = head;
        useOf[request.use] = UseRecord(request.entry, number, uint64(block.number));
        emit UseRecorded(
            request.entry,
            request.seal,
            request.use,
            number,
            request.authorised,
            request.sealedRevision,
            request.purpose,
            request.mandate,
            previous,
            head
        );
    }

    function _refusal(UseRequest calldata request) private view returns (Refusal) {
        if (factOf[request.entry] != 0) return Refusal.EntryTaken;
        SealState storage seal = _seals[request.seal];
        if (seal.status == SealStatus.None) return Refusal.SealUnknown;
        if (seal.status != SealStatus.Active) return Refusal.SealNotActive;
        if (block.timestamp < seal.validFrom) return Refusal.SealNotYetValid;
        if (block.timestamp > seal.validTo) return Refusal.SealExpired;
        if (useOf[request.use].number != 0) return Refusal.UseRecordedBefore;
        return _authority(request);
    }

    /// @dev The place of the mandate holder's P-256 signature. Until mandates exist none can be shown, and a use that
    /// claims one is refused rather than recorded with a claim that nobody checked.
    function _authority(UseRequest calldata request) private pure returns (Refusal) {
        bool claimed = request.mandate != 0 || request.authority.length != 0;
        return claimed ? Refusal.AuthorityNotAccepted : Refusal.None;
    }

    function _factOf(UseRequest calldata request) private pure returns (bytes32) {
        return keccak256(
            abi.encode(
                request.entry,
                request.seal,
                request.use,
                request.authorised,
                request.sealedRevision,
                request.purpose,
                request.mandate
            )
        );
    }
}
