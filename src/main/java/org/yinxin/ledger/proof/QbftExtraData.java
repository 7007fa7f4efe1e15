package org.yinxin.ledger.proof;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * What QBFT keeps in a header's extra data (EEA QBFT specification, as Besu writes it): vanity, validators, vote, round and
 * the commit seals. The block's hash leaves out seals and round, what the validators sign leaves out the seals alone.
 */
record QbftExtraData(Rlp vanity, List<byte[]> validators, Rlp vote, Rlp round, List<byte[]> seals) {

    private static final Rlp NOTHING = Rlp.of(List.of());
    private static final int ADDRESS = 20;
    private static final int SEAL = 65;

    /** One validator's signature over the block. */
    record CommitSeal(BigInteger r, BigInteger s, int parity) {}

    static QbftExtraData decode(byte[] extraData) {
        List<Rlp> parts = Rlp.decode(extraData).items();
        if (parts.size() != 5) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "extra data that is not QBFT's");
        }
        return new QbftExtraData(
                parts.get(0), sized(parts.get(1), ADDRESS), parts.get(2), parts.get(3), sized(parts.get(4), SEAL));
    }

    byte[] blockHash(BlockHeader header) {
        return header.hashWithExtraData(encode(Rlp.of(0)));
    }

    /** What each validator signed. */
    byte[] committedHash(BlockHeader header) {
        return header.hashWithExtraData(encode(round));
    }

    List<CommitSeal> commitSeals() {
        return seals.stream().map(QbftExtraData::seal).toList();
    }

    private static CommitSeal seal(byte[] seal) {
        return new CommitSeal(
                new BigInteger(1, Arrays.copyOfRange(seal, 0, 32)),
                new BigInteger(1, Arrays.copyOfRange(seal, 32, 64)),
                seal[64]);
    }

    private byte[] encode(Rlp inRound) {
        Rlp addresses = Rlp.of(validators.stream().map(Rlp::of).toList());
        return Rlp.of(List.of(vanity, addresses, vote, inRound, NOTHING)).encode();
    }

    private static List<byte[]> sized(Rlp list, int length) {
        List<byte[]> values = list.items().stream().map(Rlp::bytes).toList();
        if (values.stream().anyMatch(value -> value.length != length)) {
            throw new ProofRefusedException(ProofFlaw.ENCODING, "an address or a seal of another length");
        }
        return values;
    }
}
