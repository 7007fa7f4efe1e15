package org.yinxin.verification.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.ofd.verification.VerifiedSignature;
import org.yinxin.sealing.plan.Spot;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.verification.Check;

/** Findings on OFD signatures in the shape that they have for all kinds of documents. */
final class OfdFindings {

    private OfdFindings() {}

    static SignatureFinding foreign(
            VerifiedSignature signature, @Nullable String owner, List<Spot> spots, List<Check> checks) {
        return new SignatureFinding(
                false,
                owner,
                null,
                null,
                null,
                null,
                null,
                signature.time(),
                spots,
                List.of(),
                List.of(part(signature, checks)),
                List.of());
    }

    static SignatureFinding ours(
            VerifiedSignature signature,
            CertificateFinding certificate,
            @Nullable UseNote note,
            @Nullable UseView use,
            RecordFinding record,
            @Nullable Instant moment,
            List<Spot> spots,
            List<Check> checks,
            List<Check> shared) {
        return new SignatureFinding(
                true,
                certificate.owner(),
                certificate.sealNumber(),
                note == null ? null : note.code(),
                record.use() == null ? null : record.use().number(),
                use == null ? null : use.entryId(),
                OfdRecordCheck.purpose(signature),
                moment,
                spots,
                record.nodes(),
                List.of(part(signature, checks)),
                shared);
    }

    private static SignaturePart part(VerifiedSignature signature, List<Check> checks) {
        return new SignaturePart(
                signature.plain() == null ? SignaturePart.Profile.GM : SignaturePart.Profile.GM_PLAIN, null, checks);
    }
}
