package org.yinxin.verification.document;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.sealing.DocumentDesk;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.VerifiedOfd;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.verification.VerifiedSignature;
import org.yinxin.sealing.plan.Spot;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;

/** Checks an OFD document from the bytes of the file to the chain. */
final class OfdChecker {

    private final DocumentDesk desk;
    private final Trust trust;
    private final CertificateCheck certificates;
    private final OfdRecordCheck records;
    private final SealCheck seals;
    private final Books books;

    OfdChecker(DocumentDesk desk, Trust trust, Books books) {
        this.desk = desk;
        this.trust = trust;
        this.certificates = new CertificateCheck(trust);
        this.records = new OfdRecordCheck(new RecordCheck(books));
        this.seals = new SealCheck(books);
        this.books = books;
    }

    DocumentReport check(byte[] file, Instant now) {
        VerifiedOfd verified;
        try {
            verified = desk.verifyOfd(file, trust.forSeals());
        } catch (OfdRefusedException e) {
            Check format = OfdFileChecks.refused(e);
            return DocumentReport.of(
                    file, now, List.of(format, Check.skipped(CheckCode.SEAL_PRESENT)), List.of(), List.of());
        }
        List<SignatureFinding> findings = new ArrayList<>();
        for (VerifiedSignature signature : verified.found().signatures()) {
            findings.add(finding(signature, verified, now));
        }
        return DocumentReport.of(file, now, OfdFileChecks.of(verified.found()), findings, verified.pages())
                .with(verified.found().signatures().stream()
                        .map(PackageParts::of)
                        .toList());
    }

    private SignatureFinding finding(VerifiedSignature signature, VerifiedOfd verified, Instant now) {
        X509Certificate signer = certificate(signature.signerCertificate());
        Instant claimed = signature.time();
        CertificateFinding first = certificates.check(signer, List.of(), claimed);
        List<Spot> spots = verified.spots(signature);
        if (!first.trusted() || !OfdSignatureChecks.isIntact(signature)) {
            List<Check> checks = OfdSignatureChecks.of(signature, disowned(first, signature), signer, now);
            return OfdFindings.foreign(signature, first.owner(), spots, checks);
        }
        RecordFinding record = records.check(signature);
        Instant moment = record.usedAt() == null ? claimed : record.usedAt();
        List<Check> checks =
                OfdSignatureChecks.of(signature, certificates.check(signer, List.of(), moment), signer, now);
        List<Check> shared = new ArrayList<>(record.checks());
        shared.addAll(seals.check(seal(first.sealNumber(), record.use()), record.use(), moment));
        UseNote note = OfdRecordCheck.note(signature).orElse(null);
        UseView use = note == null ? null : books.use(note.code()).orElse(null);
        return OfdFindings.ours(signature, first, note, use, record, moment, spots, checks, shared);
    }

    /** Somebody else's certificate with the code of a use that our books know is a forgery, not merely unknown. */
    private CertificateFinding disowned(CertificateFinding found, VerifiedSignature signature) {
        Optional<UseView> use = OfdRecordCheck.note(signature).flatMap(note -> books.use(note.code()));
        if (found.trusted() || use.isEmpty()) {
            return found;
        }
        List<Check> told = new ArrayList<>(found.checks());
        told.set(
                0,
                Check.failed(
                        CheckCode.ISSUER_TRUSTED,
                        "borrowed-code",
                        use.get().code().value()));
        return new CertificateFinding(false, found.sealNumber(), found.owner(), told);
    }

    /** The version of the seal that was used, if the chain names it and it carries the certificate's number. */
    private Optional<SealFacts> seal(@Nullable String number, @Nullable UseOnChain use) {
        if (number == null) {
            return Optional.empty();
        }
        Optional<SealFacts> used = use == null ? Optional.empty() : books.seal(use.seal());
        return used.filter(seal -> seal.number().value().equals(number)).or(() -> books.seal(number));
    }

    private static @Nullable X509Certificate certificate(byte @Nullable [] encoded) {
        try {
            return encoded == null
                    ? null
                    : (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                            .generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException | RuntimeException e) {
            return null;
        }
    }
}
