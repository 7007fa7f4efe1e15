// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Entries} from "./Entries.sol";
import {HolderKey, KeyKind, MandateState, MandateTerms, Party} from "./LedgerTypes.sol";
import {Parties} from "./Parties.sol";
import {Signatures} from "./Signatures.sol";

/// @title Mandates
/// @notice Who may use a seal, proved by keys: the root is the legal representative's key that three bureaus approved;
/// every other mandate is given, and withdrawn, by the key of one above it. The platform only carries what was signed.
abstract contract Mandates is Parties, Entries, Signatures {
    /// @notice The key that three bureaus approved became the root of a seal's mandates.
    event RootPlanted(bytes32 indexed mandate, bytes32 indexed seal, KeyKind keyKind, bytes32 x, bytes32 y);
    /// @notice A mandate came into being, given by the key of the one above.
    event MandateGiven(
        bytes16 indexed entry,
        bytes32 indexed mandate,
        bytes32 indexed seal,
        bytes32 above,
        KeyKind keyKind,
        bytes32 x,
        bytes32 y,
        uint64 validFrom,
        uint64 validTo,
        uint32 limit,
        bytes32 kinds,
        bool delegable
    );
    /// @notice A mandate ended, and with it all that were given under it.
    event MandateWithdrawn(bytes16 indexed entry, bytes32 indexed mandate, bytes32 indexed by, bytes32 reason);

    /// @notice The identifier is in use.
    error MandateKnown(bytes32 mandate);
    /// @notice No such mandate, or it is not in force.
    error MandateNotStanding(bytes32 mandate);
    /// @notice A mandate gives no more than it has: period, kinds, and the right to hand on.
    error MandateTooWide(bytes32 above);
    /// @notice Only a mandate above, or the mandate itself, may do this.
    error NotAbove(bytes32 by, bytes32 mandate);

    bytes32 private constant GIVE = keccak256(
        "Give(bytes16 entry,bytes32 mandate,bytes32 seal,bytes32 above,uint8 keyKind,bytes32 x,bytes32 y,uint64 validFrom,uint64 validTo,uint32 limit,bytes32 kinds,bool delegable,uint64 expiry)"
    );
    bytes32 private constant WITHDRAW =
        keccak256("Withdraw(bytes16 entry,bytes32 mandate,bytes32 by,bytes32 reason,uint64 expiry)");
    uint8 private constant DEEPEST = 3;

    mapping(bytes32 mandate => MandateState) internal _mandates;
    /// @notice The root of all mandates of a seal, zero if it has none.
    mapping(bytes32 seal => bytes32 mandate) public rootOf;

    /// @notice Brings a mandate that was signed by the key of the one above it.
    function giveMandate(bytes16 entry, MandateTerms calldata terms, uint64 expiry, bytes calldata signature)
        external
        only(Party.Platform)
    {
        if (!_first(Party.Platform, entry)) return;
        _requireKey(terms.key);
        _requireWithin(terms);
        _requireSigned(keyOf(terms.above), _give(entry, terms, expiry), expiry, signature);
        _plant(terms, _mandates[terms.above].depth + 1);
        emit MandateGiven(
            entry,
            terms.mandate,
            terms.seal,
            terms.above,
            terms.key.kind,
            terms.key.x,
            terms.key.y,
            terms.validFrom,
            terms.validTo,
            terms.limit,
            terms.kinds,
            terms.delegable
        );
    }

    /// @notice Brings a withdrawal that was signed by the key of a mandate above, or of the mandate itself.
    function withdrawMandate(
        bytes16 entry,
        bytes32 mandate,
        bytes32 by,
        bytes32 reason,
        uint64 expiry,
        bytes calldata signature
    ) external only(Party.Platform) {
        if (!_first(Party.Platform, entry)) return;
        if (!_isAbove(by, mandate)) revert NotAbove(by, mandate);
        MandateState storage state = _mandates[mandate];
        if (state.withdrawn || state.above == 0) revert MandateNotStanding(mandate);
        _requireStanding(by);
        _requireSigned(
            keyOf(by), keccak256(abi.encode(WITHDRAW, entry, mandate, by, reason, expiry)), expiry, signature
        );
        state.withdrawn = true;
        emit MandateWithdrawn(entry, mandate, by, reason);
    }

    /// @notice A mandate as it stands.
    function mandateState(bytes32 mandate) external view returns (MandateState memory) {
        return _mandates[mandate];
    }

    /// @notice The key that proves a mandate.
    function keyOf(bytes32 mandate) public view returns (HolderKey memory) {
        MandateState storage state = _mandates[mandate];
        return HolderKey(state.keyKind, state.x, state.y);
    }

    /// @dev Makes the key that three bureaus approved the root of a seal's mandates.
    function _plantRoot(bytes32 seal, bytes32 root, HolderKey calldata key) internal {
        _requireKey(key);
        rootOf[seal] = root;
        _plant(MandateTerms(root, seal, 0, key, 0, type(uint64).max, 0, 0, true), 0);
        emit RootPlanted(root, seal, key.kind, key.x, key.y);
    }

    /// @dev The old root falls, and with it everything that grew from it.
    function _fell(bytes32 root) internal {
        _mandates[root].withdrawn = true;
    }

    /// @dev Whether `by` is the mandate itself or one above it.
    function _isAbove(bytes32 by, bytes32 mandate) internal view returns (bool) {
        if (by == 0) return false;
        for (bytes32 here = mandate; here != 0; here = _mandates[here].above) {
            if (here == by) return true;
        }
        return false;
    }

    /// @dev The root that a mandate grew from, and whether it and all above it are in force now.
    function _climb(bytes32 mandate) internal view returns (bytes32 root, bool stands) {
        stands = mandate != 0;
        for (bytes32 here = mandate; here != 0; here = _mandates[here].above) {
            MandateState storage state = _mandates[here];
            if (state.withdrawn || block.timestamp < state.validFrom || block.timestamp > state.validTo) {
                stands = false;
            }
            root = here;
        }
    }

    function _requireStanding(bytes32 mandate) internal view returns (bytes32) {
        (bytes32 root, bool stands) = _climb(mandate);
        if (!stands) revert MandateNotStanding(mandate);
        return root;
    }

    function _requireWithin(MandateTerms calldata terms) private view {
        MandateState storage above = _mandates[terms.above];
        if (_requireStanding(terms.above) != rootOf[terms.seal]) revert MandateNotStanding(terms.above);
        bool fits = above.delegable && above.depth < DEEPEST && terms.validFrom >= above.validFrom
            && terms.validTo <= above.validTo && terms.validFrom < terms.validTo
            && (!above.kindsLimited || terms.kinds == above.kinds) && !(terms.delegable && terms.limit != 0);
        if (!fits) revert MandateTooWide(terms.above);
    }

    function _plant(MandateTerms memory terms, uint8 depth) private {
        MandateState storage state = _mandates[terms.mandate];
        if (terms.mandate == 0 || state.x != 0) revert MandateKnown(terms.mandate);
        state.keyKind = terms.key.kind;
        state.delegable = terms.delegable;
        state.kindsLimited = terms.kinds != 0;
        state.depth = depth;
        state.validFrom = terms.validFrom;
        state.validTo = terms.validTo;
        state.limit = terms.limit;
        state.x = terms.key.x;
        state.y = terms.key.y;
        state.above = terms.above;
        state.kinds = terms.kinds;
    }

    function _give(bytes16 entry, MandateTerms calldata terms, uint64 expiry) private pure returns (bytes32) {
        bytes memory limits = abi.encode(
            terms.validFrom, terms.validTo, terms.limit, terms.kinds, terms.delegable, expiry
        );
        return keccak256(
            bytes.concat(
                abi.encode(
                    GIVE, entry, terms.mandate, terms.seal, terms.above, terms.key.kind, terms.key.x, terms.key.y
                ),
                limits
            )
        );
    }
}
