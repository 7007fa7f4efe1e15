package org.yinxin.sealing.pdf;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.sealing.pdf.ExaminedSignature.Integrity;
import org.yinxin.sealing.pdf.ExaminedSignature.Later;

/**
 * Computes the signatures of a file through DSS, below its validation policies, and what was appended after each. Who
 * the signers are is left to others; nothing is fetched from the network.
 */
public final class SignatureExaminer {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureExaminer.class);

    private final CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    private final PdfBoxNativeObjectFactory pdfBox = new PdfBoxNativeObjectFactory();

    /** The signatures of the file, oldest first; time stamps are not among them. */
    public List<ExaminedSignature> examine(byte[] file, PdfContents contents) {
        List<FoundSignature> signatures = contents.signatures().stream()
                .filter(signature -> !signature.isTimeStamp())
                .toList();
        Map<Long, PAdESSignature> computed =
                signatures.stream().allMatch(FoundSignature::isGm) ? Map.of() : compute(file);
        // A field that merely looks signed vouches for nothing that came with it.
        Set<String> signedFields = contents.signatures().stream()
                .filter(signature -> integrity(signature, computed.get(signature.signedUntil())) != Integrity.BROKEN)
                .map(FoundSignature::field)
                .collect(Collectors.toSet());
        List<ExaminedSignature> examined = new ArrayList<>();
        for (FoundSignature found : signatures) {
            examined.add(examined(file, found, computed.get(found.signedUntil()), contents, signedFields));
        }
        return examined;
    }

    private Map<Long, PAdESSignature> compute(byte[] file) {
        Map<Long, PAdESSignature> computed = new HashMap<>();
        try {
            PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(file));
            analyzer.setPdfObjFactory(pdfBox);
            analyzer.setCertificateVerifier(verifier);
            for (AdvancedSignature signature : analyzer.getSignatures()) {
                PAdESSignature pades = (PAdESSignature) signature;
                pades.checkSignatureIntegrity();
                computed.put(end(pades), pades);
            }
        } catch (RuntimeException | StackOverflowError e) {
            // One unreadable signature must not take the others' answers along: what was computed stands.
            LOG.info("A document's signatures could not all be computed: {}", e.toString());
        }
        return computed;
    }

    private static long end(PAdESSignature signature) {
        var range = signature.getPdfRevision().getByteRange();
        return (long) range.getSecondPartStart() + range.getSecondPartEnd();
    }

    private static ExaminedSignature examined(
            byte[] file,
            FoundSignature found,
            @Nullable PAdESSignature computed,
            PdfContents contents,
            Set<String> signedFields) {
        Integrity integrity = integrity(found, computed);
        if (computed == null || !found.rangeSound()) {
            return new ExaminedSignature(found, integrity, null, List.of(), Later.UNKNOWN, List.of());
        }
        CertificateToken signer = computed.getSigningCertificateToken();
        List<String> changes = new ArrayList<>();
        Later later = later(file, found, contents, signedFields, changes);
        return new ExaminedSignature(
                found,
                integrity,
                signer == null ? null : signer.getCertificate(),
                computed.getCertificates().stream()
                        .map(CertificateToken::getCertificate)
                        .toList(),
                later,
                changes);
    }

    private static Integrity integrity(FoundSignature found, @Nullable PAdESSignature computed) {
        if (!found.rangeSound()) {
            return Integrity.BROKEN;
        }
        if (found.isGm() || computed == null) {
            return Integrity.NOT_SUPPORTED;
        }
        return computed.getSignatureCryptographicVerification().isSignatureValid()
                ? Integrity.INTACT
                : Integrity.BROKEN;
    }

    private static Later later(
            byte[] file, FoundSignature found, PdfContents contents, Set<String> signedFields, List<String> changes) {
        if (found.coversFile()) {
            return Later.NOTHING;
        }
        if (contents.signatures().stream().noneMatch(FoundSignature::coversFile)) {
            // What stands behind the last signature, nobody vouches for.
            return Later.CHANGES;
        }
        try {
            changes.addAll(LaterRevisions.changes(file, (int) found.signedUntil(), signedFields));
            return changes.isEmpty() ? Later.SIGNATURES : Later.CHANGES;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.info("The revisions after a signature could not be compared: {}", e.toString());
            return Later.UNKNOWN;
        }
    }
}
