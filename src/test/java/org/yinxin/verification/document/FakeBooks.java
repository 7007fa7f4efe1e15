package org.yinxin.verification.document;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.ledger.authority.KindTree;
import org.yinxin.sealing.UseStatus;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.ofd.stamp.SealedOfd;
import org.yinxin.sealing.pdf.SealedPdf;
import org.yinxin.sealing.plan.StampOrder;
import org.yinxin.sealing.plan.UseCommitment;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;
import org.yinxin.verification.UseStanding;

/** Books kept in memory, with a chain that can be switched off. */
final class FakeBooks implements Books {

    static final SealNumber NUMBER = new SealNumber("33010800000017");

    private final Digest seal = Digest.random();
    private final Map<Digest, UseOnChain> chain = new HashMap<>();
    private final Map<UseCode, UseView> uses = new HashMap<>();
    private boolean reachable = true;
    private List<SealFacts.Interruption> interruptions = List.of();
    private boolean inForce = true;

    void switchOff() {
        reachable = false;
    }

    void suspendedFrom(Instant from) {
        interruptions = List.of(new SealFacts.Interruption(from, Instant.MAX));
        inForce = false;
    }

    /** Records a stamping as the platform would have. */
    void record(StampOrder order, SealedPdf sealed) {
        record(order, UseCommitment.of(order.note(), order.purpose(), sealed.bytes(), sealed.signedUntil()));
    }

    void record(StampOrder order, SealedOfd sealed) {
        record(order, UseCommitment.ofOfd(order.note(), order.purpose(), sealed.signatureXml()));
    }

    private void record(StampOrder order, UseCommitment commitment) {
        UseCode code = order.note().code();
        chain.put(
                code.onChain(),
                new UseOnChain(
                        UUID.randomUUID(),
                        seal,
                        chain.size() + 1,
                        commitment.authorised(),
                        commitment.sealed(),
                        commitment.purpose(),
                        Digest.random(),
                        KindTree.EVERY_KIND,
                        Digest.random(),
                        7,
                        order.time()));
        inTheBooks(order);
    }

    void inTheBooks(StampOrder order) {
        UseCode code = order.note().code();
        uses.put(
                code,
                new UseView(
                        UUID.randomUUID(),
                        code,
                        NUMBER,
                        UseStatus.RECORDED,
                        order.purpose(),
                        "contract.pdf",
                        1,
                        1L,
                        UUID.randomUUID(),
                        null,
                        order.time(),
                        order.time()));
    }

    @Override
    public Optional<SealFacts> seal(Digest onChain) {
        return onChain.equals(seal) ? Optional.of(facts()) : Optional.empty();
    }

    @Override
    public Optional<SealFacts> seal(String number) {
        return number.equals(NUMBER.value()) ? Optional.of(facts()) : Optional.empty();
    }

    @Override
    public Optional<UseView> use(UseCode code) {
        return Optional.ofNullable(uses.get(code));
    }

    @Override
    public UseStanding standing(UseCode code) {
        return new UseStanding(null, null, true);
    }

    @Override
    public ChainAnswer<UseOnChain> useOnChain(Digest use) {
        return answer(chain.get(use));
    }

    @Override
    public ChainAnswer<SealOnChain> sealOnChain(Digest id) {
        return answer(new SealOnChain(
                inForce ? SealOnChain.Status.ACTIVE : SealOnChain.Status.SUSPENDED,
                1,
                Digest.random(),
                Digest.random(),
                Instant.EPOCH,
                Instant.MAX,
                1,
                Digest.random()));
    }

    private <T> ChainAnswer<T> answer(@Nullable T value) {
        if (!reachable) {
            return new ChainAnswer.Unreachable<>("switched off", List.of());
        }
        return value == null ? new ChainAnswer.Absent<>(List.of()) : new ChainAnswer.Known<>(value, List.of());
    }

    private SealFacts facts() {
        return new SealFacts(
                NUMBER,
                "杭州测试科技有限公司",
                seal,
                inForce,
                inForce ? "active" : "suspended",
                Instant.now().minus(Duration.ofDays(300)),
                Instant.now().plus(Duration.ofDays(300)),
                interruptions);
    }
}
