package org.yinxin.ledger.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction as it was signed: plain with its chain's number (EIP-155), with an access list (EIP-2930), or with a fee
 * market (EIP-1559).
 */
record BlockTransaction(byte[] hash, long chainId, byte[] signedHash, BigInteger r, BigInteger s, int parity) {

    private static final int LEGACY_FIELDS = 9;

    static BlockTransaction decode(byte[] encoded) {
        TypedEnvelope envelope = TypedEnvelope.decode(encoded);
        return switch (envelope.type()) {
            case 0 -> legacy(encoded, envelope.fields());
            case 1 -> typed(encoded, envelope, 11);
            case 2 -> typed(encoded, envelope, 12);
            default -> throw new ProofRefusedException(ProofFlaw.ENCODING, "a transaction of type " + envelope.type());
        };
    }

    byte[] sender(SignerRecovery recovery) {
        try {
            return recovery.signer(signedHash, r, s, parity);
        } catch (IllegalArgumentException e) {
            throw new ProofRefusedException(ProofFlaw.SENDER, "nobody can have signed the transaction");
        }
    }

    private static BlockTransaction legacy(byte[] encoded, List<Rlp> fields) {
        counted(fields, LEGACY_FIELDS);
        BigInteger v = fields.get(6).number();
        if (v.bitLength() > 62 || v.compareTo(BigInteger.valueOf(35)) < 0) {
            throw new ProofRefusedException(ProofFlaw.SENDER, "a transaction that is for no chain in particular");
        }
        long chainId = (v.longValueExact() - 35) / 2;
        List<Rlp> signed = new ArrayList<>(fields.subList(0, 6));
        signed.addAll(List.of(Rlp.of(chainId), Rlp.of(0), Rlp.of(0)));
        return new BlockTransaction(
                Keccak.hash(encoded),
                chainId,
                Keccak.hash(Rlp.of(signed).encode()),
                fields.get(7).number(),
                fields.get(8).number(),
                (int) ((v.longValueExact() - 35) % 2));
    }

    private static BlockTransaction typed(byte[] encoded, TypedEnvelope envelope, int count) {
        List<Rlp> fields = envelope.fields();
        counted(fields, count);
        int parity = count - 3;
        byte[] signed = TypedEnvelope.encode(envelope.type(), fields.subList(0, parity));
        BigInteger chainId = fields.getFirst().number();
        BigInteger point = fields.get(parity).number();
        if (chainId.bitLength() > 62 || point.bitLength() > 1) {
            throw new ProofRefusedException(ProofFlaw.SENDER, "a chain or a point beyond reason");
        }
        return new BlockTransaction(
                Keccak.hash(encoded),
                chainId.longValueExact(),
                Keccak.hash(signed),
                fields.get(parity + 1).number(),
                fields.get(parity + 2).number(),
                point.intValueExact());
    }

    private static void counted(List<Rlp> fields, int count) {
        if (fields.size() != count) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "a transaction of " + fields.size() + " fields");
        }
    }
}
