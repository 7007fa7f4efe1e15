package org.yinxin.sealing.ofd.verification;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.ses.PlainSignature;
import org.yinxin.seal.ses.PlainSignatureReader;
import org.yinxin.seal.ses.SealFormatException;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.seal.ses.SignatureReader;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdRefusal;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.OfdSignatures;
import org.yinxin.sealing.ofd.verification.OfdFinding.Reason;

/**
 * A signature of the list as far as it can be read.
 *
 * @param fault why it cannot be read, or {@code HOLDS}
 */
record ListedSignature(
        OfdSignatures.Listed listed,
        @Nullable OfdSignature description,
        @Nullable SealSignature seal,
        @Nullable PlainSignature plain,
        Reason fault) {

    static ListedSignature read(OfdPackage contents, OfdSignatures.Listed listed) {
        OfdSignature description;
        try {
            description = OfdSignature.read(contents, listed);
        } catch (OfdRefusedException e) {
            return broken(listed, null, fault(e.reason()));
        }
        if (!contents.has(description.value())) {
            return broken(listed, description, Reason.VALUE_MISSING);
        }
        try {
            return value(listed, description, contents.bytes(description.value()));
        } catch (SealFormatException | OfdRefusedException e) {
            return broken(listed, description, Reason.VALUE_BROKEN);
        }
    }

    private static ListedSignature value(OfdSignatures.Listed listed, OfdSignature description, byte[] value) {
        boolean plain = listed.type() == OfdSignatures.Type.SIGN || PlainSignatureReader.looksLikeOne(value);
        if (!plain) {
            return new ListedSignature(listed, description, SignatureReader.read(value), null, Reason.HOLDS);
        }
        boolean imprint = description.seal() != null || !description.stamps().isEmpty();
        return new ListedSignature(
                listed,
                description,
                null,
                PlainSignatureReader.read(value),
                imprint ? Reason.IMPRINT_WITHOUT_SEAL : Reason.HOLDS);
    }

    private static ListedSignature broken(
            OfdSignatures.Listed listed, @Nullable OfdSignature description, Reason fault) {
        return new ListedSignature(listed, description, null, null, fault);
    }

    private static Reason fault(OfdRefusal refusal) {
        return switch (refusal) {
            case PART_MISSING -> Reason.DESCRIPTION_MISSING;
            case AMBIGUOUS -> Reason.DESCRIPTION_AMBIGUOUS;
            default -> Reason.DESCRIPTION_BROKEN;
        };
    }

    boolean readable() {
        return fault == Reason.HOLDS;
    }

    /** The parts that make up this signature, as far as they are what they are listed as. */
    Set<String> parts() {
        Set<String> parts = new LinkedHashSet<>();
        if (readable() && description != null) {
            parts.add(listed.path());
            parts.add(description.value());
        }
        return parts;
    }
}
