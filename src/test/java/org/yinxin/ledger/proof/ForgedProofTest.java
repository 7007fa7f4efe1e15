package org.yinxin.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.yinxin.ledger.web3j.Secp256k1Recovery;

/** Whatever part of a proof is changed, it proves nothing any more. */
class ForgedProofTest {

    private static final BesuBlock MANY = BesuBlock.named("many-transactions-mixed-types");
    private static final BesuBlock ONE_DOWN = BesuBlock.named("one-validator-down");

    private final ProofCheck check = new ProofCheck(new Secp256k1Recovery());

    /** A part of a proof, and the proof with that part changed. */
    record Part(String name, Function<ReceiptProof, byte[]> get, Swap swap) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Swap {
        ReceiptProof with(ReceiptProof proof, byte[] part);
    }

    static Stream<Part> parts() {
        return Stream.of(
                new Part("block hash", ReceiptProof::blockHash, (p, b) -> changed(p, b, p.header(), p.receipt())),
                new Part("header", ReceiptProof::header, (p, b) -> changed(p, p.blockHash(), b, p.receipt())),
                new Part("receipt", ReceiptProof::receipt, (p, b) -> changed(p, p.blockHash(), p.header(), b)),
                new Part(
                        "transaction",
                        ReceiptProof::transaction,
                        (p, b) -> withTransaction(p, b, p.transactionNodes())),
                new Part(
                        "first transaction node",
                        p -> p.transactionNodes().getFirst(),
                        (p, b) -> withTransaction(p, p.transaction(), first(p.transactionNodes(), b))),
                new Part(
                        "last transaction node",
                        p -> p.transactionNodes().getLast(),
                        (p, b) -> withTransaction(p, p.transaction(), last(p.transactionNodes(), b))),
                new Part(
                        "first receipt node",
                        p -> p.receiptNodes().getFirst(),
                        (p, b) -> withReceiptNodes(p, first(p.receiptNodes(), b))),
                new Part(
                        "last receipt node",
                        p -> p.receiptNodes().getLast(),
                        (p, b) -> withReceiptNodes(p, last(p.receiptNodes(), b))));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void noByteOfAnyPartCanBeChanged(Part part) {
        ReceiptProof proof = MANY.firstProof();
        check.check(proof, MANY.chain());
        byte[] good = part.get().apply(proof);

        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) (1 << i % 8);
            ReceiptProof forged = part.swap().with(proof, bad);
            assertThatThrownBy(() -> check.check(forged, MANY.chain()))
                    .as("%s with byte %d changed", part, i)
                    .isInstanceOf(ProofRefusedException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void noPartCanBeCutShortOrLengthened(Part part) {
        ReceiptProof proof = MANY.firstProof();
        byte[] good = part.get().apply(proof);

        for (int length : new int[] {0, 1, good.length - 1, good.length + 1}) {
            ReceiptProof forged = part.swap().with(proof, Arrays.copyOf(good, length));
            assertThatThrownBy(() -> check.check(forged, MANY.chain())).isInstanceOf(ProofRefusedException.class);
        }
    }

    @Test
    void anotherTransactionsReceiptIsRefused() {
        List<BesuBlock.Place> events = MANY.events();
        ReceiptProof first = MANY.material()
                .proof(events.getFirst().transactionIndex(), events.getFirst().logIndex());
        ReceiptProof other = MANY.material()
                .proof(events.getLast().transactionIndex(), events.getLast().logIndex());
        ReceiptProof forged = new ReceiptProof(
                1337,
                first.blockHash(),
                first.header(),
                first.transactionIndex(),
                first.transaction(),
                first.transactionNodes(),
                other.receipt(),
                other.receiptNodes(),
                other.logPosition());

        refused(forged, MANY, ProofFlaw.RECEIPT);
    }

    @Test
    void anotherPlaceInTheBlockIsRefused() {
        ReceiptProof p = MANY.firstProof();
        for (int index : new int[] {-1, p.transactionIndex() + 1, 127, 128, 1_000_000}) {
            ReceiptProof forged = new ReceiptProof(
                    1337,
                    p.blockHash(),
                    p.header(),
                    index,
                    p.transaction(),
                    p.transactionNodes(),
                    p.receipt(),
                    p.receiptNodes(),
                    p.logPosition());
            assertThatThrownBy(() -> check.check(forged, MANY.chain())).isInstanceOf(ProofRefusedException.class);
        }
    }

    @Test
    void anEventThatTheReceiptDoesNotHaveIsRefused() {
        ReceiptProof p = MANY.firstProof();
        for (int position : new int[] {-1, 99}) {
            ReceiptProof forged = new ReceiptProof(
                    1337,
                    p.blockHash(),
                    p.header(),
                    p.transactionIndex(),
                    p.transaction(),
                    p.transactionNodes(),
                    p.receipt(),
                    p.receiptNodes(),
                    position);
            refused(forged, MANY, ProofFlaw.EVENT);
        }
    }

    @Test
    void surplusNodesAreRefused() {
        ReceiptProof p = MANY.firstProof();
        List<byte[]> more = new ArrayList<>(p.receiptNodes());
        more.add(p.receiptNodes().getFirst());

        refused(withReceiptNodes(p, more), MANY, ProofFlaw.RECEIPT);
    }

    @Test
    void aBlockSignedByTooFewIsRefused() {
        refused(resealed(ONE_DOWN, seals -> seals.subList(0, 2)), ONE_DOWN, ProofFlaw.TOO_FEW_SEALS);
        refused(resealed(ONE_DOWN, seals -> List.of()), ONE_DOWN, ProofFlaw.TOO_FEW_SEALS);
    }

    @Test
    void aSealThatIsShownTwiceCountsOnceAndIsRefused() {
        refused(
                resealed(ONE_DOWN, seals -> List.of(seals.get(0), seals.get(1), seals.get(1))),
                ONE_DOWN,
                ProofFlaw.COMMIT_SEAL);
    }

    @Test
    void aStrangersSealIsRefused() {
        ReceiptProof proof = ONE_DOWN.firstProof();
        BlockHeader header = BlockHeader.decode(proof.header());
        byte[] hash = QbftExtraData.decode(header.extraData()).committedHash(header);
        ECKeyPair stranger = ECKeyPair.create(BigInteger.valueOf(20200713));
        Sign.SignatureData signature = Sign.signMessage(hash, stranger, false);
        byte[] seal = new byte[65];
        System.arraycopy(signature.getR(), 0, seal, 0, 32);
        System.arraycopy(signature.getS(), 0, seal, 32, 32);
        seal[64] = (byte) (signature.getV()[0] - 27);

        refused(resealed(ONE_DOWN, seals -> with(seals.subList(0, 2), seal)), ONE_DOWN, ProofFlaw.COMMIT_SEAL);
        String address = "0x" + Keys.getAddress(stranger);
        refused(
                resealed(ONE_DOWN, seals -> with(seals.subList(0, 2), seal)),
                KnownChain.of(1337, with(ONE_DOWN.validators().subList(0, 3), address)),
                ProofFlaw.VALIDATORS);
    }

    @Test
    void sealsOfAnotherBlockAreRefused() {
        byte[] others = BlockHeader.decode(MANY.firstProof().header()).extraData();

        refused(resealed(ONE_DOWN, seals -> QbftExtraData.decode(others).seals()), ONE_DOWN, ProofFlaw.COMMIT_SEAL);
    }

    @Test
    void aChainOfOtherValidatorsProvesNothing() {
        List<String> known = ONE_DOWN.validators();
        List<String> fewer = known.subList(0, 3);

        refused(ONE_DOWN.firstProof(), KnownChain.of(1337, fewer), ProofFlaw.VALIDATORS);
        refused(ONE_DOWN.firstProof(), KnownChain.of(1337, with(known, "0x" + "11".repeat(20))), ProofFlaw.VALIDATORS);
    }

    @Test
    void anotherChainsTransactionIsRefused() {
        refused(ONE_DOWN.firstProof(), new KnownChain(1, ONE_DOWN.chain().validators()), ProofFlaw.SENDER);
    }

    @Test
    void aBlockThatValidatorsSignedIsNotTakenForOneThatNeedsNone() {
        refused(ONE_DOWN.firstProof(), KnownChain.of(1337, List.of()), ProofFlaw.BLOCK_HASH);
    }

    @Test
    void whatIsNoProofFileIsCalledSo() {
        String good = ProofFile.write(MANY.firstProof());
        for (String bad : List.of(
                "",
                "{}",
                "[]",
                "null",
                "%PDF-1.7",
                good.substring(0, good.length() / 2),
                good.replace(ProofFile.FORMAT, "yinxin-receipt-proof-9"),
                good.replaceFirst("0x", ""),
                good.replaceFirst("\"0x", "\"0xzz"),
                good.replaceFirst("\"header\"", "\"heading\""),
                good.replaceFirst("\\{", "{\"more\": 1,"),
                "[".repeat(100_000))) {
            assertThatThrownBy(() -> ProofFile.read(bad.getBytes(StandardCharsets.UTF_8)))
                    .as(bad.substring(0, Math.min(40, bad.length())))
                    .isInstanceOfSatisfying(
                            ProofRefusedException.class,
                            refused -> assertThat(refused.flaw()).isEqualTo(ProofFlaw.UNREADABLE));
        }
    }

    private void refused(ReceiptProof forged, BesuBlock block, ProofFlaw flaw) {
        refused(forged, block.chain(), flaw);
    }

    private void refused(ReceiptProof forged, KnownChain chain, ProofFlaw flaw) {
        assertThatThrownBy(() -> check.check(forged, chain))
                .isInstanceOfSatisfying(
                        ProofRefusedException.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(flaw));
    }

    /** The block's first proof with other commit seals, which the block's hash does not cover. */
    private static ReceiptProof resealed(BesuBlock block, Function<List<byte[]>, List<byte[]>> change) {
        ReceiptProof proof = block.firstProof();
        List<Rlp> header = new ArrayList<>(Rlp.decode(proof.header()).items());
        List<Rlp> extra = new ArrayList<>(Rlp.decode(header.get(12).bytes()).items());
        List<byte[]> seals = extra.get(4).items().stream().map(Rlp::bytes).toList();
        extra.set(4, Rlp.of(change.apply(seals).stream().map(Rlp::of).toList()));
        header.set(12, Rlp.of(Rlp.of(extra).encode()));
        return changed(proof, proof.blockHash(), Rlp.of(header).encode(), proof.receipt());
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    private static List<byte[]> first(List<byte[]> nodes, byte[] node) {
        List<byte[]> changed = new ArrayList<>(nodes);
        changed.set(0, node);
        return changed;
    }

    private static List<byte[]> last(List<byte[]> nodes, byte[] node) {
        List<byte[]> changed = new ArrayList<>(nodes);
        changed.set(nodes.size() - 1, node);
        return changed;
    }

    private static ReceiptProof changed(ReceiptProof p, byte[] hash, byte[] header, byte[] receipt) {
        return new ReceiptProof(
                p.chainId(),
                hash,
                header,
                p.transactionIndex(),
                p.transaction(),
                p.transactionNodes(),
                receipt,
                p.receiptNodes(),
                p.logPosition());
    }

    private static ReceiptProof withTransaction(ReceiptProof p, byte[] transaction, List<byte[]> nodes) {
        return new ReceiptProof(
                p.chainId(),
                p.blockHash(),
                p.header(),
                p.transactionIndex(),
                transaction,
                nodes,
                p.receipt(),
                p.receiptNodes(),
                p.logPosition());
    }

    private static ReceiptProof withReceiptNodes(ReceiptProof p, List<byte[]> nodes) {
        return new ReceiptProof(
                p.chainId(),
                p.blockHash(),
                p.header(),
                p.transactionIndex(),
                p.transaction(),
                p.transactionNodes(),
                p.receipt(),
                nodes,
                p.logPosition());
    }
}
