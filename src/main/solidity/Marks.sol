// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Mark, MarkRequest, Party, SealStatus, UseFact, UseWords} from "./LedgerTypes.sol";
import {Uses} from "./Uses.sol";

/// @title Words on earlier uses
/// @notice Nothing is ever taken out of a use book: a use that went wrong is declared void, or disputed, by an entry of
/// its own with the book's next number.
abstract contract Marks is Uses {
    /// @notice A use was declared void or disputed. `head` = keccak256(abi.encode(previous, number, fact)), and `fact` =
    /// keccak256(abi.encode(entry, seal, use, mark, reason, by, mandate)); `mandate` is zero when a bureau or the court
    /// speaks for itself.
    event UseMarked(
        bytes16 indexed entry,
        bytes32 indexed seal,
        bytes32 indexed use,
        uint64 number,
        Mark mark,
        bytes32 reason,
        Party by,
        bytes32 mandate,
        bytes32 previous,
        bytes32 head
    );

    /// @notice No such use stands in the book.
    error UseNotInBook(bytes32 use, bytes32 seal);
    /// @notice The use has been declared void.
    error UseVoid(bytes32 use);

    bytes32 private constant MARK = keccak256(
        "Mark(bytes16 entry,bytes32 seal,bytes32 use,uint8 mark,bytes32 reason,bytes32 mandate,uint64 expiry)"
    );

    /// @notice What was said of a use: anyone can ask, whatever the platform's own books tell.
    mapping(bytes32 use => UseWords) public wordsOn;

    /// @notice Brings a word of those who may speak for the seal: signed by the key of the use's mandate, of one above
    /// it, or of the seal's root.
    /// @param use the use as it was recorded
    function mark(bytes16 entry, MarkRequest calldata request, UseFact calldata use) external only(Party.Platform) {
        if (!_first(Party.Platform, entry)) return;
        if (request.mandate != rootOf[request.seal] && !_isAbove(request.mandate, use.mandate)) {
            revert NotAbove(request.mandate, use.mandate);
        }
        _requireStanding(request.mandate);
        bytes32 structure = keccak256(
            abi.encode(
                MARK, entry, request.seal, use.use, request.mark, request.reason, request.mandate, request.expiry
            )
        );
        _requireSigned(keyOf(request.mandate), structure, request.expiry, request.signature);
        _say(entry, request.seal, use, request.mark, request.reason, Party.Platform, request.mandate);
    }

    /// @notice Disputes a use, by a bureau or the court with its own account.
    function dispute(bytes16 entry, bytes32 seal, bytes32 reason, UseFact calldata use) external {
        Party by = _sender();
        if (!_first(by, entry)) return;
        if (by == Party.Platform) revert NotThisParty(msg.sender, Party.Court);
        _say(entry, seal, use, Mark.Dispute, reason, by, 0);
    }

    function _say(
        bytes16 entry,
        bytes32 seal,
        UseFact calldata use,
        Mark word,
        bytes32 reason,
        Party by,
        bytes32 mandate
    ) private {
        _requireInBook(seal, use);
        UseWords storage words = wordsOn[use.use];
        if (words.declaredVoid) revert UseVoid(use.use);
        if (word == Mark.Void) words.declaredVoid = true;
        else words.disputes++;
        words.lastAt = uint64(block.timestamp);
        bytes32 fact = keccak256(abi.encode(entry, seal, use.use, word, reason, by, mandate));
        (uint64 number, bytes32 previous, bytes32 head) = _append(seal, fact);
        emit UseMarked(entry, seal, use.use, number, word, reason, by, mandate, previous, head);
    }

    /// @dev The use was recorded as told, in the book of this seal, which is its newest version.
    function _requireInBook(bytes32 seal, UseFact calldata use) private view {
        bool told = useOf[use.use].number != 0 && useOf[use.use].fact == bytes22(_factOf(use));
        bool newest = _seals[seal].status != SealStatus.None && _seals[seal].status != SealStatus.Replaced;
        if (!told || !newest || bookOf[use.seal] != bookOf[seal]) revert UseNotInBook(use.use, seal);
    }
}
