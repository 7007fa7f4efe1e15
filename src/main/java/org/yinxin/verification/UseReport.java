package org.yinxin.verification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.ledger.authority.MarkKind;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.MarkView;
import org.yinxin.shared.UseCode;

/**
 * What anyone may know of one use: neither who stamped, nor the file's name, nor the purpose's words.
 *
 * @param number in the seal's use book
 * @param chain what most of the authorities' nodes hold; absent when they hold nothing or do not answer
 * @param marks what was said of it later and stands on the chain
 * @param oneParty whether the chain is the embedded one, which a single party keeps
 * @param sealNow how good the seal is now: a second answer that does not change the first
 */
public record UseReport(
        UseCode code,
        UseAnswer answer,
        SealView seal,
        @Nullable Long number,
        @Nullable Instant at,
        @Nullable UseOnChain chain,
        @Nullable Recording recording,
        List<MarkView> marks,
        List<NodeAnswer> parties,
        boolean oneParty,
        SealAnswer sealNow,
        Instant asked) {

    /** The word that counts most: void before disputed; absent when nothing was said. */
    public @Nullable MarkView word() {
        return marks.stream()
                .filter(mark -> mark.mark() == MarkKind.VOID)
                .findFirst()
                .orElse(marks.isEmpty() ? null : marks.getFirst());
    }
}
