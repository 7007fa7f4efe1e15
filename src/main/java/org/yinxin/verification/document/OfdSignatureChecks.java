package org.yinxin.verification.document;

import static org.yinxin.verification.document.OfdFileChecks.slug;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Step;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.sealing.ofd.verification.OfdFinding;
import org.yinxin.sealing.ofd.verification.VerifiedSignature;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** What is asked of each signature of an OFD document, in the order of GB/T 38540-2020, 7.3. */
final class OfdSignatureChecks {

    private static final int NAMED = 5;

    private OfdSignatureChecks() {}

    /** Whether the signature is what it says, whatever happened to the document around it. */
    static boolean isIntact(VerifiedSignature signature) {
        return intact(signature).passed();
    }

    static List<Check> of(
            VerifiedSignature signature,
            CertificateFinding certificate,
            @Nullable X509Certificate signer,
            Instant now) {
        List<Check> checks = new ArrayList<>();
        SignatureReport report = signature.report();
        if (report != null && signature.seal() != null) {
            checks.add(OfdSealChecks.genuine(signature.seal(), report));
            checks.add(OfdSealChecks.listed(report));
        }
        checks.add(intact(signature));
        if (report == null) {
            return checks;
        }
        checks.addAll(certificates(certificate, report, signer, now));
        checks.add(unchanged(signature));
        checks.add(covered(signature.finding(OfdFinding.Step.PARTS_COVERED)));
        OfdSealChecks.timeStamp(report).ifPresent(checks::add);
        return checks;
    }

    private static Check intact(VerifiedSignature signature) {
        for (OfdFinding.Step step : List.of(OfdFinding.Step.READABLE, OfdFinding.Step.BOUND)) {
            OfdFinding finding = signature.finding(step);
            if (finding.outcome() == Outcome.FAILED) {
                return Check.failed(CheckCode.SIGNATURE_INTACT, slug(finding.reason()), names(finding.parts()));
            }
        }
        SignatureReport report = signature.report();
        if (report == null) {
            return Check.failed(CheckCode.SIGNATURE_INTACT, "value-broken", "");
        }
        for (Outcome outcome : List.of(Outcome.FAILED, Outcome.INDETERMINATE)) {
            for (Step step : List.of(Step.SIGNATURE, Step.DATA_HASH)) {
                if (report.finding(step).outcome() == outcome) {
                    String reason = slug(report.finding(step).reason());
                    return outcome == Outcome.FAILED
                            ? Check.failed(CheckCode.SIGNATURE_INTACT, reason)
                            : Check.indeterminate(CheckCode.SIGNATURE_INTACT, reason);
                }
            }
        }
        return Check.passed(CheckCode.SIGNATURE_INTACT);
    }

    /** A foreign certificate's period can be told without trusting it; whether it was revoked cannot. */
    private static List<Check> certificates(
            CertificateFinding certificate, SignatureReport report, @Nullable X509Certificate signer, Instant now) {
        List<Check> checks = new ArrayList<>();
        for (Check check : certificate.checks()) {
            boolean period = check.code() == CheckCode.CERTIFICATE_VALID_WHEN_USED;
            checks.add(period && !certificate.trusted() && signer != null ? period(report, signer, now) : check);
        }
        Outcome usage = report.finding(Step.KEY_USAGE).outcome();
        checks.add(
                switch (usage) {
                    case PASSED -> Check.passed(CheckCode.KEY_MAY_SIGN);
                    case FAILED -> Check.failed(CheckCode.KEY_MAY_SIGN, "key-may-not-sign");
                    case INDETERMINATE, SKIPPED -> Check.skipped(CheckCode.KEY_MAY_SIGN);
                });
        return checks;
    }

    private static Check period(SignatureReport report, X509Certificate signer, Instant now) {
        Instant from = signer.getNotBefore().toInstant();
        Instant until = signer.getNotAfter().toInstant();
        return switch (report.finding(Step.SIGNER_VALIDITY).outcome()) {
            case PASSED ->
                now.isAfter(until)
                        ? Check.passedBecause(CheckCode.CERTIFICATE_VALID_WHEN_USED, "expired-since", from, until)
                        : Check.passed(CheckCode.CERTIFICATE_VALID_WHEN_USED, from, until);
            case FAILED -> Check.failed(CheckCode.CERTIFICATE_VALID_WHEN_USED, "not-then", from, until);
            case INDETERMINATE ->
                Check.indeterminate(CheckCode.CERTIFICATE_VALID_WHEN_USED, "time-unknown", from, until);
            case SKIPPED -> Check.skipped(CheckCode.CERTIFICATE_VALID_WHEN_USED);
        };
    }

    private static Check unchanged(VerifiedSignature signature) {
        OfdFinding finding = signature.finding(OfdFinding.Step.PARTS_UNCHANGED);
        int count = signature.description() == null
                ? 0
                : signature.description().references().size();
        return switch (finding.outcome()) {
            case PASSED -> Check.passed(CheckCode.PARTS_UNCHANGED, count);
            case FAILED ->
                Check.failed(
                        CheckCode.PARTS_UNCHANGED,
                        slug(finding.reason()),
                        names(finding.parts()),
                        finding.parts().size());
            case INDETERMINATE -> Check.indeterminate(CheckCode.PARTS_UNCHANGED, slug(finding.reason()));
            case SKIPPED -> Check.skipped(CheckCode.PARTS_UNCHANGED);
        };
    }

    private static Check covered(OfdFinding finding) {
        return switch (finding.outcome()) {
            case PASSED ->
                finding.parts().isEmpty()
                        ? Check.passed(CheckCode.PARTS_COVERED)
                        : Check.passedBecause(CheckCode.PARTS_COVERED, "tolerated", names(finding.parts()));
            case FAILED ->
                Check.failed(
                        CheckCode.PARTS_COVERED,
                        slug(finding.reason()),
                        names(finding.parts()),
                        finding.parts().size());
            case INDETERMINATE, SKIPPED -> Check.skipped(CheckCode.PARTS_COVERED);
        };
    }

    /** The first few; the list of all parts stands beside the checks. */
    private static String names(List<String> parts) {
        String first = String.join(", ", parts.subList(0, Math.min(NAMED, parts.size())));
        return parts.size() > NAMED ? first + ", …" : first;
    }
}
