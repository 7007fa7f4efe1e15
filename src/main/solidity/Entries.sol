// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Party} from "./LedgerTypes.sol";

/// @title Entries are recorded once
/// @notice Every fact comes with the identifier of an entry. Bringing the same fact again changes nothing and says
/// so; bringing another fact under a used identifier is refused. Each party has identifiers of its own: nobody can use up
/// one that another is about to use. Uses are told apart by the use itself (see Uses).
abstract contract Entries {
    /// @notice The entry stands already; see its own event for where.
    event EntryRepeated(bytes16 indexed entry);

    /// @notice Another fact was recorded under this entry.
    error EntryTaken(bytes16 entry);

    /// @notice The digest of the fact that a party recorded under an entry, zero if it recorded none.
    mapping(Party by => mapping(bytes16 entry => bytes32 fact)) public factOf;

    /// @dev Whether the party brings the entry for the first time; its fact is everything that was sent.
    function _first(Party by, bytes16 entry) internal returns (bool) {
        bytes32 fact = keccak256(msg.data);
        bytes32 before = factOf[by][entry];
        if (before == 0) {
            factOf[by][entry] = fact;
            return true;
        }
        if (before != fact) revert EntryTaken(entry);
        emit EntryRepeated(entry);
        return false;
    }
}
