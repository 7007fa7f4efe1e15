package org.yinxin.sealing.ofd.verification;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.ses.PlainSignatureCheck;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.seal.ses.SignatureCheck;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.seal.ses.SignedBytes;
import org.yinxin.sealing.ofd.OfdDocument;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdPath;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.OfdSignatures;
import org.yinxin.sealing.ofd.verification.OfdFinding.Reason;
import org.yinxin.sealing.ofd.verification.OfdFinding.Step;
import org.yinxin.sealing.ofd.verification.PartFinding.State;

/** Verifies one signature after the other against the same package. */
final class SignatureVerifier {

    private static final Set<String> SM2 = Set.of(
            "", "1.2.156.10197.1.501", "1.2.156.10197.1.301", "1.2.156.10197.1.301.1", "SM2WithSM3", "SM3WithSM2");

    private final OfdPackage contents;
    private final List<OfdDocument> documents;
    private final SignatureLists lists;
    private final SealTrust trust;
    private final Coverage coverage;

    SignatureVerifier(OfdPackage contents, List<OfdDocument> documents, SignatureLists lists, SealTrust trust) {
        this.contents = contents;
        this.documents = documents;
        this.lists = lists;
        this.trust = trust;
        this.coverage = new Coverage(contents, documents, lists);
    }

    VerifiedSignature verify(ListedSignature signature) {
        OfdSignature description = signature.description();
        SignatureReport report = description == null ? null : report(signature, description);
        if (description == null || report == null) {
            return unreadable(signature);
        }
        List<PartFinding> parts = coverage.parts(signature, description);
        return new VerifiedSignature(
                signature.listed(),
                description,
                signature.seal(),
                signature.plain(),
                report,
                List.of(
                        readable(signature),
                        bound(signature, description),
                        unchanged(description, parts),
                        covered(description, parts)),
                parts,
                quirks(signature, description, parts));
    }

    private @Nullable SignatureReport report(ListedSignature signature, OfdSignature description) {
        if (signature.seal() != null) {
            return KeyedDigests.weigh(
                    description, SignatureCheck.check(signature.seal(), SignedBytes.of(description.encoded()), trust));
        }
        return signature.plain() == null
                ? null
                : PlainSignatureCheck.check(signature.plain(), description.encoded(), trust);
    }

    private static VerifiedSignature unreadable(ListedSignature signature) {
        return new VerifiedSignature(
                signature.listed(),
                signature.description(),
                null,
                null,
                null,
                List.of(
                        readable(signature),
                        OfdFinding.skipped(Step.BOUND),
                        OfdFinding.skipped(Step.PARTS_UNCHANGED),
                        OfdFinding.skipped(Step.PARTS_COVERED)),
                List.of(),
                Set.of());
    }

    private static OfdFinding readable(ListedSignature signature) {
        return signature.readable()
                ? OfdFinding.passed(Step.READABLE)
                : OfdFinding.failed(
                        Step.READABLE,
                        signature.fault(),
                        List.of(signature.listed().path()));
    }

    private OfdFinding bound(ListedSignature signature, OfdSignature description) {
        SealSignature value = signature.seal();
        if (value != null && !isMadeFor(value, description)) {
            return bound(Reason.MADE_FOR_ANOTHER, description.path());
        }
        if (!SM2.contains(description.method())) {
            return bound(Reason.METHOD_DIFFERS, description.path());
        }
        if (value != null && !SealFile.agrees(contents, signature)) {
            return bound(Reason.SEAL_FILE_DIFFERS, Objects.requireNonNull(description.seal()));
        }
        boolean pagesKnown = description.stamps().stream()
                .allMatch(stamp -> documents.stream()
                        .anyMatch(document -> document.page(stamp.page()).isPresent()));
        return pagesKnown ? OfdFinding.passed(Step.BOUND) : bound(Reason.PAGE_UNKNOWN, description.path());
    }

    private static OfdFinding bound(Reason reason, String part) {
        return OfdFinding.failed(Step.BOUND, reason, List.of(part));
    }

    private static boolean isMadeFor(SealSignature value, OfdSignature description) {
        try {
            return OfdPath.resolve("", value.propertyInfo()).equals(description.path());
        } catch (OfdRefusedException e) {
            return false;
        }
    }

    private static OfdFinding unchanged(OfdSignature description, List<PartFinding> parts) {
        if (description.references().isEmpty()) {
            return OfdFinding.failed(Step.PARTS_UNCHANGED, Reason.NOTHING_PROTECTED, List.of());
        }
        List<String> missing = paths(parts, State.MISSING);
        if (!missing.isEmpty()) {
            return OfdFinding.failed(Step.PARTS_UNCHANGED, Reason.PART_MISSING, missing);
        }
        if (!Coverage.supports(description)) {
            return OfdFinding.unknown(Step.PARTS_UNCHANGED, Reason.DIGEST_NOT_SUPPORTED);
        }
        List<String> changed = paths(parts, State.CHANGED);
        return changed.isEmpty()
                ? OfdFinding.passed(Step.PARTS_UNCHANGED)
                : OfdFinding.failed(Step.PARTS_UNCHANGED, Reason.PART_CHANGED, changed);
    }

    private static OfdFinding covered(OfdSignature description, List<PartFinding> parts) {
        List<String> uncovered = paths(parts, State.UNCOVERED);
        if (!uncovered.isEmpty()) {
            return OfdFinding.failed(Step.PARTS_COVERED, Reason.PART_UNCOVERED, uncovered);
        }
        return new OfdFinding(
                Step.PARTS_COVERED,
                description.references().isEmpty() ? Outcome.SKIPPED : Outcome.PASSED,
                description.references().isEmpty() ? Reason.NOT_REACHED : Reason.HOLDS,
                paths(parts, State.TOLERATED));
    }

    private Set<OfdQuirk> quirks(ListedSignature signature, OfdSignature description, List<PartFinding> parts) {
        Set<OfdQuirk> quirks = EnumSet.noneOf(OfdQuirk.class);
        for (String path : paths(parts, State.TOLERATED)) {
            if (coverage.isTemplate(path)) {
                quirks.add(OfdQuirk.TEMPLATE_UNCOVERED);
            } else {
                quirks.add("OFD.xml".equals(path) ? OfdQuirk.ENTRANCE_UNCOVERED : OfdQuirk.ANNOTATIONS_COVERED_LATER);
            }
        }
        switch (description.checkMethod()) {
            case "SM3" -> quirks.add(OfdQuirk.CHECK_METHOD_BY_NAME);
            case "1.2.156.10197.1.401.1" -> quirks.add(OfdQuirk.CHECK_METHOD_UNKEYED);
            default -> {}
        }
        if (signature.plain() != null && signature.listed().type() != OfdSignatures.Type.SIGN) {
            quirks.add(OfdQuirk.TYPE_NOT_STATED);
        }
        if (lists.counterTwice()) {
            quirks.add(OfdQuirk.COUNTER_TWICE);
        }
        if (documents.stream().anyMatch(document -> document.root().isEarly())) {
            quirks.add(OfdQuirk.EARLY_NAMESPACE);
        }
        return quirks;
    }

    private static List<String> paths(List<PartFinding> parts, State state) {
        return parts.stream()
                .filter(part -> part.state() == state)
                .map(PartFinding::path)
                .toList();
    }
}
