package org.yinxin.verification.document.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.viewing.DocumentView;
import org.yinxin.sealing.viewing.DocumentView.Imprint;
import org.yinxin.sealing.viewing.DocumentView.Signer;
import org.yinxin.verification.document.DocumentReport;
import org.yinxin.verification.document.SignatureFinding;

/** A checked document for the viewer: every imprint leads to the checks of its signature. */
final class CheckedDocumentView {

    private CheckedDocumentView() {}

    /** @param page that is asked for; without one, the first that carries an imprint */
    static @Nullable DocumentView of(UUID id, DocumentReport report, @Nullable Integer page) {
        if (report.pages().isEmpty()) {
            return null;
        }
        List<Signer> signers = new ArrayList<>();
        List<Imprint> imprints = new ArrayList<>();
        for (SignatureFinding signature : report.signatures()) {
            imprints(signature, signers.size(), report.pages().size()).forEach(imprints::add);
            signers.add(new Signer(
                    "signature-" + (signers.size() + 1),
                    signature.verdict().style(),
                    Objects.requireNonNullElse(signature.owner(), "")));
        }
        int first = imprints.isEmpty() ? 1 : imprints.getFirst().page();
        return new DocumentView(
                "/check/document/" + id, Objects.requireNonNullElse(page, first), report.pages(), signers, imprints);
    }

    private static Stream<Imprint> imprints(SignatureFinding signature, int signer, int pages) {
        return signature.spots().stream()
                .filter(spot -> spot.page() >= 1 && spot.page() <= pages && spot.widthMm() > 0 && spot.heightMm() > 0)
                .map(spot ->
                        new Imprint(signer, spot.page(), spot.leftMm(), spot.topMm(), spot.widthMm(), spot.heightMm()));
    }
}
