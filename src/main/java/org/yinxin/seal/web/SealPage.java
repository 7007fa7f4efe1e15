package org.yinxin.seal.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.application.ApplicationView;
import org.yinxin.ledger.Recording;
import org.yinxin.seal.SealRoot;
import org.yinxin.seal.SealStatus;
import org.yinxin.seal.SealStep;
import org.yinxin.seal.SealView;

/**
 * Everything that a page about one seal shows.
 *
 * @param root the legal representative's key at the root of its authority; absent for seals made before keys
 * @param replacement the application for another key that the bureaus have before them
 */
record SealPage(
        SealView seal,
        List<Line> history,
        List<CertificateLine> certificates,
        @Nullable SealRoot root,
        @Nullable ApplicationView replacement) {

    /** One thing that happened; names are filled in for officers only. */
    record Line(
            Instant at,
            SealStep what,
            String who,
            @Nullable String person,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable Recording recording) {

        public String step() {
            return "seal.step." + what;
        }

        public boolean refused() {
            return recording != null && recording.status() == Recording.Status.REFUSED;
        }
    }

    /** One of the seal's certificates. */
    record CertificateLine(String algorithm, String serial, Instant notBefore, Instant notAfter, String file) {}

    public boolean mayActivate() {
        return seal.status() == SealStatus.ISSUED && !seal.beingRecorded() && root != null;
    }

    /** Whether the legal representative should ask for a key for a seal that has none. */
    public boolean lacksKey() {
        return root == null && seal.status().inForce();
    }

    /** Whether another key can be asked for now. */
    public boolean mayReplaceKey() {
        return seal.status().inForce()
                && (seal.status() != SealStatus.ISSUED || !seal.beingRecorded())
                && replacement == null;
    }

    /** The activation that the chain refused last, while it is the last thing that happened. */
    public Optional<Recording> refusedActivation() {
        return history.isEmpty() || history.getFirst().what() != SealStep.REFUSE_ACTIVATION
                ? Optional.empty()
                : history.stream()
                        .filter(line -> line.what() == SealStep.ACTIVATE && line.refused())
                        .findFirst()
                        .map(Line::recording);
    }
}
