package org.yinxin.sealing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Pace;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.StampResult.Obstacle;

/** Whether a seal can be used now, by the register and by the chain. */
@Component
class SealReadiness {

    private final ChainReader chain;
    private final Pace pace;

    SealReadiness(ChainReader chain, Pace pace) {
        this.chain = chain;
        this.pace = pace;
    }

    /** Waits a little while more stands before the chain than it soon works off; present when that did not help. */
    Optional<Pace.Busy> busy() {
        return pace.await();
    }

    Optional<Obstacle> obstacle(SealView seal) {
        if (!seal.usable()) {
            return Optional.of(Obstacle.SEAL_NOT_USABLE);
        }
        return switch (chain.seal(seal.onChainId())) {
            case ChainAnswer.Known<SealOnChain> known ->
                known.value().status() == SealOnChain.Status.ACTIVE
                        ? Optional.empty()
                        : Optional.of(Obstacle.CHAIN_SAYS_OTHERWISE);
            case ChainAnswer.Absent<SealOnChain> absent -> Optional.of(Obstacle.CHAIN_SAYS_OTHERWISE);
            case ChainAnswer.Unreachable<SealOnChain> silent -> Optional.of(Obstacle.CHAIN_UNREACHABLE);
        };
    }
}
