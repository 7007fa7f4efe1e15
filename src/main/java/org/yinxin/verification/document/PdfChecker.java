package org.yinxin.verification.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.sealing.DocumentDesk;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.pdf.PdfRefusedException;
import org.yinxin.sealing.pdf.verification.ExaminedPdf;
import org.yinxin.sealing.pdf.verification.ExaminedSignature;
import org.yinxin.sealing.plan.Spot;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** Checks a PDF document from the bytes of the file to the chain. */
final class PdfChecker {

    private final DocumentDesk desk;
    private final Trust trust;
    private final RecordCheck records;
    private final SealCheck seals;
    private final Books books;

    PdfChecker(DocumentDesk desk, Trust trust, Books books) {
        this.desk = desk;
        this.trust = trust;
        this.records = new RecordCheck(books);
        this.seals = new SealCheck(books);
        this.books = books;
    }

    DocumentReport check(byte[] file, Instant now) {
        ExaminedPdf examined;
        try {
            examined = desk.verify(file);
        } catch (PdfRefusedException e) {
            String reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            Check format = Check.indeterminate(CheckCode.FILE_FORMAT, reason);
            return DocumentReport.of(
                    file, now, List.of(format, Check.skipped(CheckCode.SEAL_PRESENT)), List.of(), List.of());
        }
        PdfSignatureChecks checks = new PdfSignatureChecks(file, examined, trust);
        List<SignatureFinding> findings = stampings(examined, checks).stream()
                .map(stamping -> finding(file, stamping, checks))
                .toList();
        return DocumentReport.of(file, now, PdfFileChecks.of(examined), findings, examined.pages())
                .with(changes(examined, checks));
    }

    /** After the newest of our seals that was changed; after any signature when none is ours. */
    private static @Nullable DocumentChanges changes(ExaminedPdf examined, PdfSignatureChecks checks) {
        List<ExaminedSignature> changed = examined.signatures().stream()
                .filter(signature -> checks.isIntact(signature)
                        && signature.later() == ExaminedSignature.Later.CHANGES
                        && !signature.changes().isEmpty())
                .toList();
        return changed.reversed().stream()
                .filter(signature -> checks.certificate(signature).trusted())
                .findFirst()
                .or(() -> changed.reversed().stream().findFirst())
                .map(signature -> new DocumentChanges(
                        signature.found().signedUntil(),
                        signature.changedPages(),
                        signature.changedPages().isEmpty()))
                .orElse(null);
    }

    /** One stamping may leave several signatures, which name the same use. */
    private static List<List<ExaminedSignature>> stampings(ExaminedPdf examined, PdfSignatureChecks checks) {
        Map<String, List<ExaminedSignature>> stampings = new LinkedHashMap<>();
        for (ExaminedSignature signature : examined.signatures()) {
            String own = "signature " + stampings.size();
            String use = checks.certificate(signature).trusted() && checks.isIntact(signature)
                    ? signature
                            .found()
                            .note()
                            .map(note -> note.code() + " "
                                    + checks.certificate(signature).sealNumber())
                            .orElse(own)
                    : own;
            stampings.computeIfAbsent(use, key -> new ArrayList<>()).add(signature);
        }
        return List.copyOf(stampings.values());
    }

    private SignatureFinding finding(byte[] file, List<ExaminedSignature> stamping, PdfSignatureChecks checks) {
        ExaminedSignature last = stamping.getLast();
        UseNote note = last.found().note().orElse(null);
        UseView use = note == null ? null : books.use(note.code()).orElse(null);
        CertificateFinding certificate = checks.certificate(last);
        if (!checks.isIntact(last)) {
            return foreign(last, null, checks.part(last, null));
        }
        if (!certificate.trusted()) {
            return foreign(last, certificate.owner(), disowned(checks.part(last, null), use));
        }
        RecordFinding record = records.check(file, last);
        Instant recorded = record.usedAt();
        Instant moment = recorded == null ? checks.provenOrClaimed(last) : recorded;
        List<Check> shared = new ArrayList<>(record.checks());
        shared.addAll(seals.check(seal(certificate.sealNumber(), record.use()), record.use(), moment));
        return new SignatureFinding(
                true,
                certificate.owner(),
                certificate.sealNumber(),
                note == null ? null : note.code(),
                record.use() == null ? null : record.use().number(),
                use == null ? null : use.entryId(),
                last.found().reason(),
                moment,
                spots(stamping),
                record.nodes(),
                stamping.stream()
                        .map(signature -> checks.part(signature, recorded))
                        .toList(),
                shared);
    }

    private static List<Spot> spots(List<ExaminedSignature> stamping) {
        return stamping.stream()
                .flatMap(signature -> signature.found().spots().stream())
                .toList();
    }

    /** The version of the seal that was used, if the chain names it and it carries the certificate's number. */
    private Optional<SealFacts> seal(@Nullable String number, @Nullable UseOnChain use) {
        if (number == null) {
            return Optional.empty();
        }
        Optional<SealFacts> used = use == null ? Optional.empty() : books.seal(use.seal());
        return used.filter(seal -> seal.number().value().equals(number)).or(() -> books.seal(number));
    }

    private static SignatureFinding foreign(ExaminedSignature signature, @Nullable String owner, SignaturePart part) {
        return new SignatureFinding(
                false,
                owner,
                null,
                null,
                null,
                null,
                null,
                signature.found().claimedTime(),
                signature.found().spots(),
                List.of(),
                List.of(part),
                List.of());
    }

    /** Somebody else's certificate with the code of a use that our books know is a forgery, not merely unknown. */
    private static SignaturePart disowned(SignaturePart part, @Nullable UseView use) {
        if (use == null) {
            return part;
        }
        Check borrowed = Check.failed(
                CheckCode.ISSUER_TRUSTED, "borrowed-code", use.code().value());
        return new SignaturePart(
                part.profile(),
                part.level(),
                part.checks().stream()
                        .map(check -> check.code() == CheckCode.ISSUER_TRUSTED ? borrowed : check)
                        .toList());
    }
}
