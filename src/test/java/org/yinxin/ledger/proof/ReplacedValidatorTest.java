package org.yinxin.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.ECKeyPair;
import org.yinxin.ledger.web3j.Secp256k1Recovery;

/** The court's validator is replaced: the new one is voted in for block 101, the old one out for block 103. */
class ReplacedValidatorTest {

    private static final ECKeyPair ONE = QbftBlocks.validator(1);
    private static final ECKeyPair TWO = QbftBlocks.validator(2);
    private static final ECKeyPair THREE = QbftBlocks.validator(3);
    private static final ECKeyPair OLD = QbftBlocks.validator(4);
    private static final ECKeyPair NEW = QbftBlocks.validator(5);
    private static final List<ECKeyPair> BEFORE = List.of(ONE, TWO, THREE, OLD);
    private static final List<ECKeyPair> BETWEEN = List.of(ONE, TWO, THREE, OLD, NEW);
    private static final List<ECKeyPair> AFTER = List.of(ONE, TWO, THREE, NEW);
    private static final KnownChain KNOWN = known(
            QbftBlocks.address(ONE),
            QbftBlocks.address(TWO),
            QbftBlocks.address(THREE),
            QbftBlocks.address(OLD) + "@0-102",
            QbftBlocks.address(NEW) + "@101");

    private final ProofCheck check = new ProofCheck(new Secp256k1Recovery());

    @Test
    void blocksBeforeBetweenAndAfterAreEachProvedByTheirOwnValidators() {
        assertThat(signers(1, BEFORE, List.of(ONE, TWO, OLD))).contains(QbftBlocks.address(OLD));
        assertThat(signers(100, BEFORE, BEFORE)).hasSize(4);
        assertThat(signers(101, BETWEEN, BETWEEN)).hasSize(5);
        assertThat(signers(102, BETWEEN, List.of(ONE, TWO, OLD, NEW))).hasSize(4);
        assertThat(signers(103, AFTER, List.of(TWO, THREE, NEW))).contains(QbftBlocks.address(NEW));
        assertThat(signers(31_000_000, AFTER, AFTER)).hasSize(4);
    }

    @Test
    void noBlockIsProvedByAnotherTimesValidators() {
        refused(QbftBlocks.block(100, AFTER, AFTER), ProofFlaw.VALIDATORS);
        refused(QbftBlocks.block(101, BEFORE, BEFORE), ProofFlaw.VALIDATORS);
        refused(QbftBlocks.block(102, AFTER, AFTER), ProofFlaw.VALIDATORS);
        refused(QbftBlocks.block(103, BETWEEN, BETWEEN), ProofFlaw.VALIDATORS);
        refused(QbftBlocks.block(103, BEFORE, BEFORE), ProofFlaw.VALIDATORS);
    }

    @Test
    void theOneWhoLeftAndTheOneWhoIsYetToComeSignNothing() {
        refused(QbftBlocks.block(103, AFTER, List.of(ONE, TWO, OLD)), ProofFlaw.COMMIT_SEAL);
        refused(QbftBlocks.block(100, BEFORE, List.of(ONE, TWO, NEW)), ProofFlaw.COMMIT_SEAL);
    }

    @Test
    void twoThirdsAreCountedOfThoseWhoAreValidatorsThen() {
        refused(QbftBlocks.block(101, BETWEEN, List.of(ONE, TWO, NEW)), ProofFlaw.TOO_FEW_SEALS);
        refused(QbftBlocks.block(103, AFTER, List.of(ONE, NEW)), ProofFlaw.TOO_FEW_SEALS);
    }

    @Test
    void aBlockForWhichNobodyIsKnownIsNotTakenForOneThatNeedsNobody() {
        KnownChain later = known(QbftBlocks.address(ONE) + "@200");

        assertThatThrownBy(() -> check.check(QbftBlocks.block(100, List.of(), List.of()), later))
                .isInstanceOfSatisfying(
                        ProofRefusedException.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(ProofFlaw.VALIDATORS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x00",
                "0x0000000000000000000000000000000000000001@",
                "0x0000000000000000000000000000000000000001@-5",
                "0x0000000000000000000000000000000000000001@5-",
                "0x0000000000000000000000000000000000000001@9-5",
                "court:0x0000000000000000000000000000000000000001",
                "0x0000000000000000000000000000000000000001@1234567890123"
            })
    void whatIsNoValidatorIsRefused(String written) {
        assertThatThrownBy(() -> KnownValidator.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> signers(long number, List<ECKeyPair> validators, List<ECKeyPair> signers) {
        return check.check(QbftBlocks.block(number, validators, signers), KNOWN).signedBy();
    }

    private void refused(ReceiptProof proof, ProofFlaw flaw) {
        assertThatThrownBy(() -> check.check(proof, KNOWN))
                .isInstanceOfSatisfying(
                        ProofRefusedException.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(flaw));
    }

    private static KnownChain known(String... validators) {
        return KnownChain.of(1337, List.of(validators));
    }
}
