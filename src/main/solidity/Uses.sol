// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {
    MandateState,
    Party,
    Refusal,
    SealState,
    SealStatus,
    UseFact,
    UseRecord,
    UseRequest
} from "./LedgerTypes.sol";
import {Seals} from "./Seals.sol";

/// @title The use books
/// @notice A use counts only on the signature of a mandate's holder, checked here. It gets its seal's next number and
/// the hash of the entry before, from the contract and nobody else: a use that vanished would leave a gap that anyone
/// can see.
abstract contract Uses is Seals {
    /// @notice A use was recorded. `head` = keccak256(abi.encode(previous, number, fact)), and `fact` =
    /// keccak256(abi.encode(entry, seal, use, authorised, sealedRevision, purpose, mandate, kind)).
    event UseRecorded(
        bytes16 indexed entry,
        bytes32 indexed seal,
        bytes32 indexed use,
        uint64 number,
        bytes32 authorised,
        bytes32 sealedRevision,
        bytes32 purpose,
        bytes32 mandate,
        bytes32 kind,
        bytes32 previous,
        bytes32 head
    );
    /// @notice One use was refused; the rest of its batch was not.
    event UseRefused(bytes16 indexed entry, bytes32 indexed seal, bytes32 indexed use, Refusal refusal);

    bytes32 private constant USE = keccak256(
        "Use(bytes16 entry,bytes32 seal,bytes32 use,bytes32 authorised,bytes32 purpose,bytes32 mandate,bytes32 kind,uint64 expiry)"
    );

    /// @notice Where a use was recorded.
    mapping(bytes32 use => UseRecord) public useOf;

    /// @notice Brings uses onto the chain, by the platform, on the authority that each carries.
    function recordUses(UseRequest[] calldata requests) external only(Party.Platform) {
        for (uint256 i = 0; i < requests.length; i++) {
            _record(requests[i]);
        }
    }

    function _record(UseRequest calldata request) private {
        bytes32 fact = _factOf(
            UseFact(
                request.entry,
                request.seal,
                request.use,
                request.authorised,
                request.sealedRevision,
                request.purpose,
                request.mandate,
                request.kind
            )
        );
        UseRecord storage record = useOf[request.use];
        if (record.number != 0 && record.fact == bytes22(fact)) {
            emit EntryRepeated(request.entry);
            return;
        }
        Refusal refusal = record.number != 0 ? Refusal.UseRecordedBefore : _refusal(request);
        if (refusal != Refusal.None) {
            emit UseRefused(request.entry, request.seal, request.use, refusal);
            return;
        }
        _count(request.mandate);
        (uint64 number, bytes32 previous, bytes32 head) = _append(request.seal, fact);
        useOf[request.use] = UseRecord(uint40(number), uint40(block.number), bytes22(fact));
        emit UseRecorded(
            request.entry,
            request.seal,
            request.use,
            number,
            request.authorised,
            request.sealedRevision,
            request.purpose,
            request.mandate,
            request.kind,
            previous,
            head
        );
    }

    /// @dev Gives an entry of a use book its number and its place in the chain of hashes.
    function _append(bytes32 seal, bytes32 fact) internal returns (uint64 number, bytes32 previous, bytes32 head) {
        SealState storage state = _seals[seal];
        previous = state.head;
        number = state.uses + 1;
        head = keccak256(abi.encode(previous, number, fact));
        state.uses = number;
        state.head = head;
    }

    function _factOf(UseFact memory use) internal pure returns (bytes32) {
        return keccak256(abi.encode(use));
    }

    function _count(bytes32 mandate) private {
        if (_mandates[mandate].limit != 0) _mandates[mandate].used++;
    }

    function _refusal(UseRequest calldata request) private view returns (Refusal) {
        if (factOf[Party.Platform][request.entry] != 0) return Refusal.EntryTaken;
        SealState storage seal = _seals[request.seal];
        if (seal.status == SealStatus.None) return Refusal.SealUnknown;
        if (seal.status != SealStatus.Active) return Refusal.SealNotActive;
        if (block.timestamp < seal.validFrom) return Refusal.SealNotYetValid;
        if (block.timestamp > seal.validTo) return Refusal.SealExpired;
        Refusal refusal = _mandateRefusal(request);
        return refusal == Refusal.None ? _authorityRefusal(request) : refusal;
    }

    function _mandateRefusal(UseRequest calldata request) private view returns (Refusal) {
        MandateState storage mandate = _mandates[request.mandate];
        if (mandate.x == 0) return Refusal.MandateUnknown;
        (bytes32 root, bool stands) = _climb(request.mandate);
        if (!stands) return Refusal.MandateNotInForce;
        if (root != rootOf[request.seal]) return Refusal.MandateOfAnotherSeal;
        if (mandate.limit != 0 && mandate.used >= mandate.limit) return Refusal.MandateExhausted;
        return mandate.kindsLimited && !_isOf(mandate.kinds, request) ? Refusal.KindNotAllowed : Refusal.None;
    }

    /// @dev Leaves are hashed once more than what lies above them, so that no inner node passes for a kind.
    function _isOf(bytes32 kinds, UseRequest calldata request) private pure returns (bool) {
        return MerkleProof.verifyCalldata(request.kindProof, kinds, keccak256(abi.encode(request.kind)));
    }

    function _authorityRefusal(UseRequest calldata request) private view returns (Refusal) {
        if (block.timestamp > request.expiry) return Refusal.AuthorisationExpired;
        bytes32 structure = keccak256(
            abi.encode(
                USE,
                request.entry,
                request.seal,
                request.use,
                request.authorised,
                request.purpose,
                request.mandate,
                request.kind,
                request.expiry
            )
        );
        bool authorised = _signed(keyOf(request.mandate), structure, request.signature);
        return authorised ? Refusal.None : Refusal.SignatureInvalid;
    }
}
