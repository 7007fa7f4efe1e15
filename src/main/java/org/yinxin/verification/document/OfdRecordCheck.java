package org.yinxin.verification.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.verification.VerifiedSignature;
import org.yinxin.sealing.plan.UseCommitment;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** Looks an OFD's use up on the chain and opens its commitments with what stands in Signature.xml (ADR 0097). */
final class OfdRecordCheck {

    private static final String NOTE = "yinxin";
    private static final String PURPOSE = "yinxin-purpose";

    private final RecordCheck records;

    OfdRecordCheck(RecordCheck records) {
        this.records = records;
    }

    static Optional<UseNote> note(VerifiedSignature signature) {
        return Optional.ofNullable(parameter(signature, NOTE)).flatMap(UseNote::parse);
    }

    static @Nullable String purpose(VerifiedSignature signature) {
        return parameter(signature, PURPOSE);
    }

    private static @Nullable String parameter(VerifiedSignature signature, String name) {
        OfdSignature description = signature.description();
        return description == null ? null : description.parameters().get(name);
    }

    RecordFinding check(VerifiedSignature signature) {
        UseNote note = note(signature).orElse(null);
        return records.check(note, record -> matches(signature, note, record));
    }

    private static Check matches(VerifiedSignature signature, @Nullable UseNote note, UseOnChain record) {
        OfdSignature description = signature.description();
        if (note == null || note.fileDigest() == null || description == null) {
            return Check.failed(CheckCode.RECORD_MATCHES, "authorised-differs");
        }
        String purpose = purpose(signature);
        return RecordCheck.compare(
                UseCommitment.ofOfd(note, purpose == null ? "" : purpose, description.encoded()), record);
    }
}
