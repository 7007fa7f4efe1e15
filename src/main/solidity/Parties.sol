// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {Party} from "./LedgerTypes.sol";

/// @title Five parties, each with its own key
/// @notice Nobody stands above the parties: every role is its own administrator, so that only a party itself can
/// bring a new key into use and take the old one out of it. No account ever acts for two parties.
abstract contract Parties is AccessControl {
    uint256 private constant PARTIES = 5;

    /// @notice The account already acts for another party.
    error AccountActsForAnotherParty(address account, Party party);
    /// @notice The account acts for nobody.
    error NotAParty(address account);
    /// @notice The account does not act for the party.
    error NotThisParty(address account, Party party);

    constructor(address[5] memory accounts) {
        for (uint256 i = 0; i < PARTIES; i++) {
            bytes32 role = roleOf(Party(i));
            _setRoleAdmin(role, role);
            _grantRole(role, accounts[i]);
        }
    }

    /// @notice The access-control role of a party.
    function roleOf(Party party) public pure returns (bytes32) {
        return keccak256(abi.encode("yinxin.party", party));
    }

    /// @dev The one party that the sender acts for.
    function _sender() internal view returns (Party) {
        for (uint256 i = 0; i < PARTIES; i++) {
            if (hasRole(roleOf(Party(i)), msg.sender)) return Party(i);
        }
        revert NotAParty(msg.sender);
    }

    modifier only(Party party) {
        if (!hasRole(roleOf(party), msg.sender)) revert NotThisParty(msg.sender, party);
        _;
    }

    function _grantRole(bytes32 role, address account) internal override returns (bool) {
        for (uint256 i = 0; i < PARTIES; i++) {
            bytes32 other = roleOf(Party(i));
            if (other != role && hasRole(other, account)) revert AccountActsForAnotherParty(account, Party(i));
        }
        return super._grantRole(role, account);
    }
}
