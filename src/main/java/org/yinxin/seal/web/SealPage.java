package org.yinxin.seal.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.Recording;
import org.yinxin.seal.SealStatus;
import org.yinxin.seal.SealView;

/** Everything that a page about one seal shows. */
record SealPage(SealView seal, List<Line> history, List<CertificateLine> certificates) {

    /** One thing that happened; names are filled in for officers only. */
    record Line(
            Instant at,
            String step,
            String who,
            @Nullable String person,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable Recording recording) {}

    /** One of the seal's certificates. */
    record CertificateLine(String algorithm, String serial, Instant notBefore, Instant notAfter, String file) {}

    public boolean mayActivate() {
        return seal.status() == SealStatus.ISSUED && !seal.beingRecorded();
    }
}
