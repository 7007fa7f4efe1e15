package org.yinxin.sealing.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.TimeStamper;
import org.yinxin.sealing.plan.StampOrder;

/**
 * Stamps a document: appends a revision for each profile, a GM signature (GB/T 38540-2020) and a PAdES signature (ETSI EN
 * 319 142-1). The uploaded file stays the first part of the result, byte for byte.
 */
public final class PdfSealer {

    private final @Nullable TimeStamper stamper;
    private final PdfExtender extender;

    /** Without time stamps: level B. */
    public PdfSealer() {
        this(null, RevocationSource.none());
    }

    /** Without proof of revocation: level T at most. */
    public PdfSealer(TimeStamper stamper) {
        this(stamper, RevocationSource.none());
    }

    public PdfSealer(@Nullable TimeStamper stamper, RevocationSource source) {
        this.stamper = stamper;
        this.extender = new PdfExtender(stamper, source);
    }

    /** PAdES at level B. */
    public SealedPdf seal(byte[] file, StampOrder order, SealSigner signer) {
        return seal(file, order, new PdfSigners(signer, null), SealingOptions.of(SealingProfiles.PADES, PadesLevel.B));
    }

    /** @throws PdfRefusedException when the document cannot be stamped in this way */
    public SealedPdf seal(byte[] file, StampOrder order, PdfSigners signers, SealingOptions options) {
        try (PDDocument document = PdfFile.openToStamp(file)) {
            SealedPdf sealed = new PdfStamping(file, document, order, options, new TimeStamps(stamper)).seal(signers);
            if (Arrays.mismatch(file, 0, file.length, sealed.bytes(), 0, file.length) >= 0) {
                throw new IllegalStateException("Sealing did not keep the uploaded file as it was");
            }
            return sealed.level() == PadesLevel.T && options.level().reaches(PadesLevel.LT)
                    ? extended(sealed, options.level())
                    : sealed;
        } catch (IOException e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    private SealedPdf extended(SealedPdf sealed, PadesLevel wanted) {
        ExtendedPdf extended = extender.extend(sealed.bytes(), wanted);
        List<Shortfall> shortfalls = new ArrayList<>(sealed.shortfalls());
        shortfalls.addAll(extended.shortfalls());
        return new SealedPdf(extended.bytes(), sealed.signedUntil(), extended.level(), shortfalls);
    }
}
