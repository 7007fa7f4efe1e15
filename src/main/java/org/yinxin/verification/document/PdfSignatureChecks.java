package org.yinxin.verification.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.seal.ses.SealSignature;
import org.yinxin.sealing.pdf.verification.ExaminedPdf;
import org.yinxin.sealing.pdf.verification.ExaminedSignature;
import org.yinxin.sealing.pdf.verification.SignatureFault;
import org.yinxin.sealing.pdf.verification.TimeStamp;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** What is asked of each signature of a PDF, in the order of GB/T 38540-2020, 7.3 and ETSI EN 319 102-1, 5. */
final class PdfSignatureChecks {

    private final byte[] file;
    private final ExaminedPdf document;
    private final Trust trust;
    private final CertificateCheck certificates;
    private final Map<ExaminedSignature, CertificateFinding> known = new IdentityHashMap<>();

    PdfSignatureChecks(byte[] file, ExaminedPdf document, Trust trust) {
        this.file = file;
        this.document = document;
        this.trust = trust;
        this.certificates = new CertificateCheck(trust);
    }

    boolean isIntact(ExaminedSignature signature) {
        return signature.integrity() == ExaminedSignature.Integrity.INTACT;
    }

    /** Whose signature it is, judged at the time that it can prove or else claims. */
    CertificateFinding certificate(ExaminedSignature signature) {
        return known.computeIfAbsent(signature, this::look);
    }

    private CertificateFinding look(ExaminedSignature signature) {
        return certificates.check(signature.certificate(), signature.embedded(), provenOrClaimed(signature));
    }

    /** By the oldest time stamp of an authority that we know; otherwise as the signature itself says. */
    @Nullable
    Instant provenOrClaimed(ExaminedSignature signature) {
        return proven(signature).orElse(signature.found().claimedTime());
    }

    private Optional<Instant> proven(ExaminedSignature signature) {
        return signature.timeStamps().stream()
                .filter(stamp -> stamp.intact() && isTrusted(stamp))
                .flatMap(stamp -> Stream.ofNullable(stamp.time()))
                .min(Instant::compareTo);
    }

    private boolean isTrusted(TimeStamp stamp) {
        return certificates.check(stamp.authority(), stamp.embedded(), stamp.time()).checks().stream()
                .allMatch(Check::passed);
    }

    /** @param recorded when the chain took the use: the one moment that nobody can have made up */
    SignaturePart part(ExaminedSignature signature, @Nullable Instant recorded) {
        List<Check> checks = new ArrayList<>();
        checks.add(intact(signature));
        if (isIntact(signature)) {
            checks.add(unchanged(signature));
            checks.add(
                    signature.fault() == SignatureFault.WEAK
                            ? Check.indeterminate(CheckCode.ALGORITHM_STRONG, "weak")
                            : Check.passed(CheckCode.ALGORITHM_STRONG));
            SealSignature seal = signature.seal();
            if (seal != null) {
                checks.add(SealStructureCheck.genuine(seal, signature.signedBytes(file), trust));
            }
            checks.addAll(certificates
                    .check(signature.certificate(), signature.embedded(), moment(signature, recorded))
                    .checks());
            timeStamp(signature).ifPresent(checks::add);
        }
        return new SignaturePart(profile(signature), level(signature), checks);
    }

    private @Nullable Instant moment(ExaminedSignature signature, @Nullable Instant recorded) {
        Instant proven = proven(signature).orElse(null);
        if (recorded == null) {
            return proven == null ? signature.found().claimedTime() : proven;
        }
        return proven == null || recorded.isBefore(proven) ? recorded : proven;
    }

    private static SignaturePart.Profile profile(ExaminedSignature signature) {
        if (signature.found().isGm()) {
            return SignaturePart.Profile.GM;
        }
        return signature.found().subFilter().startsWith("ETSI.")
                ? SignaturePart.Profile.PADES
                : SignaturePart.Profile.PDF;
    }

    private @Nullable String level(ExaminedSignature signature) {
        return isIntact(signature) && profile(signature) != SignaturePart.Profile.PDF
                ? signature.level().name()
                : null;
    }

    private static Check intact(ExaminedSignature signature) {
        String slug = slug(signature.fault());
        return switch (signature.integrity()) {
            case INTACT -> Check.passed(CheckCode.SIGNATURE_INTACT);
            case NOT_SUPPORTED ->
                signature.found().isGm()
                        ? Check.indeterminate(
                                CheckCode.SIGNATURE_INTACT,
                                "gm",
                                signature.found().subFilter())
                        : Check.indeterminate(CheckCode.SIGNATURE_INTACT, "not-supported", slug);
            case BROKEN ->
                switch (signature.fault()) {
                    case BYTE_RANGE ->
                        Check.failed(
                                CheckCode.SIGNATURE_INTACT,
                                "range-broken",
                                slug(signature.found().fault()));
                    case CERTIFICATE_SWAPPED, CERTIFICATE_MISSING, SEAL_WRONG ->
                        Check.failed(CheckCode.SIGNATURE_INTACT, slug);
                    case NOT_A_SIGNATURE, NOT_ONE_SIGNER, CONTENT_INSIDE ->
                        Check.failed(CheckCode.SIGNATURE_INTACT, "malformed", slug);
                    default -> Check.failed(CheckCode.SIGNATURE_INTACT, "altered");
                };
        };
    }

    private static String slug(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Check unchanged(ExaminedSignature signature) {
        return switch (signature.later()) {
            case NOTHING -> Check.passed(CheckCode.UNCHANGED_SINCE);
            case CHANGES -> Check.failed(CheckCode.UNCHANGED_SINCE, "changed");
            case FORBIDDEN -> Check.failed(CheckCode.UNCHANGED_SINCE, "forbidden");
            case UNKNOWN -> Check.indeterminate(CheckCode.UNCHANGED_SINCE, "unknown");
            case SIGNATURES ->
                document.signatures().stream().anyMatch(other -> paintsOver(signature, other))
                        ? Check.indeterminate(CheckCode.UNCHANGED_SINCE, "visible-signature-added")
                        : Check.passedBecause(CheckCode.UNCHANGED_SINCE, "signatures-added");
        };
    }

    /** Anyone can add a signature of his own making whose picture covers what stands on the page. */
    private boolean paintsOver(ExaminedSignature signature, ExaminedSignature other) {
        return other.found().signedUntil() > signature.found().signedUntil()
                && !other.found().spots().isEmpty()
                && !certificate(other).trusted();
    }

    private Optional<Check> timeStamp(ExaminedSignature signature) {
        List<TimeStamp> stamps = signature.timeStamps();
        if (stamps.isEmpty()) {
            return Optional.empty();
        }
        if (stamps.stream().anyMatch(stamp -> !stamp.intact())) {
            return Optional.of(Check.failed(CheckCode.TIME_STAMP, "broken"));
        }
        Optional<Instant> proven = proven(signature);
        if (proven.isPresent()) {
            return Optional.of(Check.passed(CheckCode.TIME_STAMP, proven.get(), stamps.size()));
        }
        TimeStamp first = stamps.getFirst();
        return Optional.of(Check.passedBecause(
                CheckCode.TIME_STAMP,
                "authority-unknown",
                first.time() == null ? "?" : first.time(),
                CertificateCheck.holder(first.authority())));
    }
}
