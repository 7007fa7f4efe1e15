// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {WebAuthn} from "@openzeppelin/contracts/utils/cryptography/WebAuthn.sol";
import {HolderKey, KeyKind} from "./LedgerTypes.sol";

/// @title Signatures of people and machines
/// @notice Acts are EIP-712 structures of this contract on this chain. A machine or a browser's key signs the digest's
/// 32 bytes as ES256 (over their SHA-256); a passkey signs an assertion whose challenge they are, made by a person who
/// was present and verified.
abstract contract Signatures is EIP712 {
    uint256 private constant RAW = 64;
    /// @dev No authenticator's assertion is longer; what a longer one costs would be taken from others of its batch.
    uint256 private constant LONGEST = 4096;

    /// @notice The holder's key did not sign this.
    error SignatureNotValid();
    /// @notice What was signed is no longer to be taken.
    error ActExpired(uint64 expiry);
    /// @notice These are no P-256 key.
    error KeyNotValid();

    constructor() EIP712("Yinxin Seal Ledger", "1") {}

    function _signed(HolderKey memory key, bytes32 structure, bytes calldata signature) internal view returns (bool) {
        bytes32 act = _hashTypedDataV4(structure);
        if (key.kind == KeyKind.Es256) {
            return signature.length == RAW
                && P256.verify(
                    sha256(abi.encodePacked(act)), bytes32(signature[:32]), bytes32(signature[32:]), key.x, key.y
                );
        }
        if (key.kind == KeyKind.Passkey && signature.length <= LONGEST) {
            (bool whole, WebAuthn.WebAuthnAuth calldata assertion) = WebAuthn.tryDecodeAuth(signature);
            return whole && WebAuthn.verify(abi.encodePacked(act), assertion, key.x, key.y);
        }
        return false;
    }

    function _requireSigned(HolderKey memory key, bytes32 structure, uint64 expiry, bytes calldata signature)
        internal
        view
    {
        if (block.timestamp > expiry) revert ActExpired(expiry);
        if (!_signed(key, structure, signature)) revert SignatureNotValid();
    }

    function _requireKey(HolderKey calldata key) internal pure {
        if (key.kind == KeyKind.None || !P256.isValidPublicKey(key.x, key.y)) revert KeyNotValid();
    }
}
