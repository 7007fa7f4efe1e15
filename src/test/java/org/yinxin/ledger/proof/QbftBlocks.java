package org.yinxin.ledger.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** Blocks that validators of a test's own signed; what stands in them is from a real network. */
public final class QbftBlocks {

    private static final ReceiptProof REAL = BesuBlock.named("one-transaction").firstProof();

    private QbftBlocks() {}

    public static ECKeyPair validator(int number) {
        return ECKeyPair.create(BigInteger.valueOf(202007130L + number));
    }

    public static String address(ECKeyPair validator) {
        return "0x" + Keys.getAddress(validator);
    }

    /** A proof whose block names these validators and was signed by those. */
    static ReceiptProof block(long number, List<ECKeyPair> validators, List<ECKeyPair> signers) {
        List<Rlp> fields = new ArrayList<>(Rlp.decode(REAL.header()).items());
        fields.set(8, Rlp.of(number));
        fields.set(12, Rlp.of(extraData(validators, List.of())));
        BlockHeader unsealed = BlockHeader.decode(Rlp.of(fields).encode());
        QbftExtraData qbft = QbftExtraData.decode(unsealed.extraData());
        byte[] signed = qbft.committedHash(unsealed);
        List<byte[]> seals =
                signers.stream().map(signer -> seal(signed, signer)).toList();
        fields.set(12, Rlp.of(extraData(validators, seals)));
        return new ReceiptProof(
                REAL.chainId(),
                qbft.blockHash(unsealed),
                Rlp.of(fields).encode(),
                REAL.transactionIndex(),
                REAL.transaction(),
                REAL.transactionNodes(),
                REAL.receipt(),
                REAL.receiptNodes(),
                REAL.logPosition());
    }

    /** The extra data of a block that nobody has signed yet. */
    public static String extraData(List<ECKeyPair> validators) {
        return Hex.of(extraData(validators, List.of()));
    }

    private static byte[] extraData(List<ECKeyPair> validators, List<byte[]> seals) {
        List<Rlp> addresses = validators.stream()
                .map(QbftBlocks::address)
                .sorted(Comparator.naturalOrder())
                .map(address -> Rlp.of(Hex.bytes(address)))
                .toList();
        return Rlp.of(List.of(
                        Rlp.of(new byte[32]),
                        Rlp.of(addresses),
                        Rlp.of(List.of()),
                        Rlp.of(1),
                        Rlp.of(seals.stream().map(Rlp::of).toList())))
                .encode();
    }

    private static byte[] seal(byte[] hash, ECKeyPair validator) {
        Sign.SignatureData signature = Sign.signMessage(hash, validator, false);
        byte[] seal = new byte[65];
        System.arraycopy(signature.getR(), 0, seal, 0, 32);
        System.arraycopy(signature.getS(), 0, seal, 32, 32);
        seal[64] = (byte) (signature.getV()[0] - 27);
        return seal;
    }
}
