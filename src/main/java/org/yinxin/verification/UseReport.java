package org.yinxin.verification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.NodeAnswer;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.MarkView;
import org.yinxin.shared.UseCode;

/**
 * What anyone may know of one use: neither who stamped, nor the file's name, nor the purpose's words.
 *
 * @param number in the seal's use book
 * @param chain what most of the authorities' nodes hold; absent when they hold nothing or do not answer
 * @param standing what the contract says was said of it later
 * @param marks the same as our books tell it, with receipts
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
        UseStanding standing,
        List<MarkView> marks,
        List<NodeAnswer> parties,
        boolean oneParty,
        SealAnswer sealNow,
        Instant asked) {}
