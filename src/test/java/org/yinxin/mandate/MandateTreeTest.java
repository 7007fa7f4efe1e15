package org.yinxin.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.mandate.Samples.NOW;
import static org.yinxin.mandate.Samples.days;
import static org.yinxin.mandate.Samples.delegable;
import static org.yinxin.mandate.Samples.given;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MandateTreeTest {

    private final Mandate root = Samples.root();
    private final Mandate keeper = given(root, MandateRole.KEEPER, delegable(days(0, 90)), Set.of());
    private final Mandate handler = given(keeper, MandateRole.HANDLER, days(0, 30), Set.of());
    private final Mandate other = given(root, MandateRole.HANDLER, days(3, 30), Set.of());
    private final MandateTree tree = new MandateTree(List.of(root, keeper, other, handler));

    @Test
    void eachStandsUnderTheOneThatItWasGivenBy() {
        assertThat(tree.inOrder()).containsExactly(root, keeper, handler, other);
        assertThat(tree.line(handler)).containsExactly(handler, keeper, root);
        assertThat(tree.below(root)).containsExactly(keeper, handler, other);
    }

    @Test
    void aMandateIsInForceWithAllAboveItAndInItsPeriod() {
        assertThat(tree.inForce(handler, NOW)).isTrue();
        assertThat(tree.inForce(other, NOW)).as("not begun").isFalse();
        assertThat(tree.inForce(handler, NOW.plus(Duration.ofDays(31))))
                .as("over")
                .isFalse();
        keeper.withdraw(
                MandateStep.WITHDRAW, MandateMove.onChain(root.requireHolder().personId(), UUID.randomUUID()), NOW);
        assertThat(tree.inForce(handler, NOW)).as("the one above is withdrawn").isFalse();
        assertThat(tree.inForce(root, NOW)).isTrue();
    }

    @Test
    void whatEndedByTheClockIsNotWithdrawnButAgesWhoeverAsks() {
        assertThat(handler.statusAt(NOW.plus(Duration.ofDays(31)))).isEqualTo(MandateStatus.ENDED);
        handler.age(NOW.plus(Duration.ofDays(31)));
        assertThat(handler.view(NOW).status()).isEqualTo(MandateStatus.ENDED);
        assertThat(handler.history().getLast().step()).isEqualTo(MandateStep.END);
    }

    @Test
    void whatTheChainTellsTwiceOrTooLateChangesNothing() {
        UUID entry = handler.givenEntry();
        handler.answer(MandateStep.RECORD, MandateMove.onChain(null, entry), NOW);
        assertThat(handler.history()).hasSize(4);
        handler.fall(NOW);
        handler.answer(MandateStep.RECORD, MandateMove.onChain(null, entry), NOW);
        handler.answer(MandateStep.RECORD_WITHDRAWAL, MandateMove.onChain(null, entry), NOW);
        assertThat(handler.view(NOW).status()).isEqualTo(MandateStatus.FALLEN);
    }

    @Test
    void aWithdrawalThatTheChainRefusesStaysInEffectHereAndCanBeSignedAgain() {
        MandateMove move = MandateMove.onChain(root.requireHolder().personId(), UUID.randomUUID());
        keeper.withdraw(MandateStep.WITHDRAW, move, NOW);
        keeper.answer(MandateStep.REFUSE_WITHDRAWAL, MandateMove.platform("SignatureExpired"), NOW);
        assertThat(keeper.view(NOW).status()).isEqualTo(MandateStatus.STOPPED);
        assertThat(keeper.view(NOW).refusal()).isEqualTo("SignatureExpired");
        assertThat(keeper.inForce(NOW)).isFalse();
        keeper.withdraw(MandateStep.WITHDRAW, move, NOW);
        keeper.answer(MandateStep.RECORD_WITHDRAWAL, MandateMove.onChain(null, UUID.randomUUID()), NOW);
        assertThat(keeper.view(NOW).status()).isEqualTo(MandateStatus.WITHDRAWN);
    }
}
