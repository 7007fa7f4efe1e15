package org.yinxin.verification.document;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.shared.Digest;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckVerdict;
import org.yinxin.verification.Verdict;

/**
 * The answer about a document.
 *
 * @param verdict whether it is what was sealed, judged at the time of sealing
 * @param deciding the check that the verdict hangs on, to be told first
 * @param checks those of the file as a whole
 * @param signatures oldest first
 * @param packages for each signature of an OFD how the parts of its package stand to it; empty for other kinds
 * @param changes after the signature that counts, where they can be shown
 */
public record DocumentReport(
        Verdict verdict,
        Check deciding,
        List<Check> checks,
        List<SignatureFinding> signatures,
        List<PageSize> pages,
        List<PackageParts> packages,
        Digest sha256,
        Instant checkedAt,
        @Nullable DocumentChanges changes) {

    public DocumentReport {
        checks = List.copyOf(checks);
        signatures = List.copyOf(signatures);
        pages = List.copyOf(pages);
        packages = List.copyOf(packages);
    }

    /**
     * Weighs what was found.
     *
     * @param checks those of the file as a whole
     * @param findings of its signatures, oldest first
     */
    static DocumentReport of(
            byte[] file, Instant now, List<Check> checks, List<SignatureFinding> findings, List<PageSize> pages) {
        List<SignatureFinding> seals =
                findings.stream().filter(SignatureFinding::ours).toList();
        // Somebody else's signature may have been broken by what the seal was then put under; the seal decides.
        List<SignatureFinding> judged = seals.isEmpty() ? findings : seals;
        List<Check> all = Stream.concat(
                        checks.stream(),
                        judged.stream()
                                .flatMap(finding -> finding.checks().stream())
                                .filter(check -> !check.code().isOfNow()))
                .toList();
        Verdict verdict = Verdict.of(all);
        return new DocumentReport(
                verdict, deciding(all, verdict), checks, findings, pages, List.of(), Digest.sha256(file), now, null);
    }

    DocumentReport with(List<PackageParts> parts) {
        return new DocumentReport(verdict, deciding, checks, signatures, pages, parts, sha256, checkedAt, changes);
    }

    DocumentReport with(@Nullable DocumentChanges found) {
        return new DocumentReport(verdict, deciding, checks, signatures, pages, packages, sha256, checkedAt, found);
    }

    private static Check deciding(List<Check> checks, Verdict verdict) {
        CheckVerdict sought = switch (verdict) {
            case VALID -> CheckVerdict.PASSED;
            case NOT_VALID -> CheckVerdict.FAILED;
            case COULD_NOT_BE_CHECKED -> CheckVerdict.INDETERMINATE;
        };
        return checks.stream()
                .filter(check -> check.verdict() == sought)
                .findFirst()
                .orElse(checks.getFirst());
    }

    /** The key of the verdict in words; what is no seal of ours is called so rather than invalid. */
    public String titleKey() {
        return switch (deciding.code()) {
            case SEAL_PRESENT ->
                verdict == Verdict.NOT_VALID ? "document-check.verdict.no-seal" : "document-check.verdict.valid";
            default ->
                switch (verdict) {
                    case VALID -> "document-check.verdict.valid";
                    case NOT_VALID -> "document-check.verdict.not-valid";
                    case COULD_NOT_BE_CHECKED -> "document-check.verdict.could-not-be-checked";
                };
        };
    }

    /** Whether it was good when it was sealed, with a seal that is out of force by now. */
    public boolean noLongerInForce() {
        return verdict == Verdict.VALID
                && signatures.stream().anyMatch(signature -> signature.now() == CheckVerdict.FAILED);
    }

    public List<SignatureFinding> seals() {
        return signatures.stream().filter(SignatureFinding::ours).toList();
    }

    /** Whether a use in the document was declared void. */
    public boolean declaredVoid() {
        return signatures.stream().anyMatch(signature -> signature.stands() == CheckVerdict.FAILED);
    }

    /** Whether a use in the document is disputed. */
    public boolean disputed() {
        return signatures.stream().anyMatch(signature -> signature.stands() == CheckVerdict.INDETERMINATE);
    }
}
