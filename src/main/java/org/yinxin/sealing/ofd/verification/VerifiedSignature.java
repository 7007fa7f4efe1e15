package org.yinxin.sealing.ofd.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.ses.PlainSignature;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.seal.ses.SignatureFinding.Outcome;
import org.yinxin.seal.ses.SignatureFinding.Step;
import org.yinxin.seal.ses.SignatureReport;
import org.yinxin.sealing.ofd.OfdSignature;
import org.yinxin.sealing.ofd.OfdSignatures;

/**
 * A signature and what was found about it.
 *
 * @param description none when it cannot be read
 * @param seal the signature value of a seal
 * @param plain the signature value of a plain digital signature
 * @param report on the signature in itself; none when it cannot be read
 * @param findings on its place in the document, one for each {@link OfdFinding.Step}
 * @param parts every part of the package and of the description, and how it stands to this signature
 */
public record VerifiedSignature(
        OfdSignatures.Listed listed,
        @Nullable OfdSignature description,
        @Nullable SealSignature seal,
        @Nullable PlainSignature plain,
        @Nullable SignatureReport report,
        List<OfdFinding> findings,
        List<PartFinding> parts,
        Set<OfdQuirk> quirks) {

    private static final List<Step> OF_SEALS =
            List.of(Step.MAKER_SIGNATURE, Step.SIGNER_LISTED, Step.SIGNATURE, Step.DATA_HASH);
    private static final List<Step> OF_PLAIN = List.of(Step.SIGNATURE, Step.DATA_HASH);

    public VerifiedSignature {
        findings = List.copyOf(findings);
        parts = List.copyOf(parts);
        quirks = Set.copyOf(quirks);
    }

    public OfdFinding finding(OfdFinding.Step step) {
        return findings.get(step.ordinal());
    }

    public List<String> parts(PartFinding.State state) {
        return parts.stream()
                .filter(part -> part.state() == state)
                .map(PartFinding::path)
                .toList();
    }

    /** Whether the document is what was signed, whoever signed it: everything that does not depend on trust. */
    public boolean sound() {
        SignatureReport known = report;
        return known != null
                && findings.stream().allMatch(finding -> finding.outcome() == Outcome.PASSED)
                && (seal == null ? OF_PLAIN : OF_SEALS)
                        .stream().allMatch(step -> known.finding(step).outcome() == Outcome.PASSED);
    }

    /** The answer of all questions together: a failure decides, and without one whatever could not be found out. */
    public Outcome outcome() {
        List<Outcome> all = new ArrayList<>();
        findings.forEach(finding -> all.add(finding.outcome()));
        if (report != null) {
            report.findings().forEach(finding -> all.add(finding.outcome()));
        }
        if (all.contains(Outcome.FAILED)) {
            return Outcome.FAILED;
        }
        return all.contains(Outcome.INDETERMINATE) || report == null ? Outcome.INDETERMINATE : Outcome.PASSED;
    }

    /** When it was made: as a time stamp proves, or else as the signer says. */
    public @Nullable Instant time() {
        if (report != null && report.provenTime() != null) {
            return report.provenTime();
        }
        if (seal != null) {
            return seal.time();
        }
        return plain == null ? null : plain.time();
    }

    /** The signer's certificate, DER. */
    public byte @Nullable [] signerCertificate() {
        if (seal != null) {
            return seal.signerCertificate();
        }
        return plain == null ? null : plain.signerCertificate();
    }
}
