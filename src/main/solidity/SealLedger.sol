// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Marks} from "./Marks.sol";
import {Parties} from "./Parties.sol";

/// @title The seal ledger
/// @notice What three bureaus, a court and the platform hold each other to: decisions on applications, seals and their
/// life, and every single use. It holds salted digests and random identifiers only: nothing here names a person, an
/// enterprise or a file.
contract SealLedger is Marks {
    /// @param accounts market supervision, public security, data administration, court, platform
    constructor(address[5] memory accounts) Parties(accounts) {}
}
