package org.yinxin.verification.document;

import java.util.Optional;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.SealOnChain;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.sealing.UseView;
import org.yinxin.shared.Digest;
import org.yinxin.shared.UseCode;
import org.yinxin.verification.UseStanding;

/** The books that a check asks: the register of seals, the use books and the chain. */
interface Books {

    /** The seal whose certificate this is, by the on-chain identifier that its use was recorded under. */
    Optional<SealFacts> seal(Digest onChain);

    /** The seal under the number that stands in a certificate, newest version. */
    Optional<SealFacts> seal(String number);

    Optional<UseView> use(UseCode code);

    /** What was said of the use later. */
    UseStanding standing(UseCode code);

    ChainAnswer<UseOnChain> useOnChain(Digest use);

    ChainAnswer<SealOnChain> sealOnChain(Digest seal);
}
