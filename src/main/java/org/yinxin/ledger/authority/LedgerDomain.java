package org.yinxin.ledger.authority;

import org.yinxin.shared.Digest;

/**
 * The one contract on the one chain that a signature counts for (EIP-712, domain separator).
 *
 * @param chainId EIP-155
 * @param contract 0x and 40 hexadecimal digits
 */
public record LedgerDomain(long chainId, String contract) {

    private static final Digest TYPE =
            AbiWords.keccak("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    private static final Digest NAME = AbiWords.keccak("Yinxin Seal Ledger");
    private static final Digest VERSION = AbiWords.keccak("1");

    /** EIP-712's digest of a structure in this domain. */
    Digest digest(AbiWords structure) {
        Digest separator = new AbiWords()
                .bytes32(TYPE)
                .bytes32(NAME)
                .bytes32(VERSION)
                .uint(chainId)
                .address(contract)
                .keccak();
        return AbiWords.keccak(
                new byte[] {0x19, 0x01}, separator.bytes(), structure.keccak().bytes());
    }
}
