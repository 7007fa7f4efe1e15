package org.yinxin.sealing.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.pki.TimeStamper;

/**
 * Raises the level of the PAdES signatures in a document (ETSI EN 319 142-1, clause 6): a time stamp, proof for all chains,
 * a time stamp over that. It appends only, fetches nothing itself, and where something is missing it goes as far as it can.
 */
public final class PdfExtender {

    private final @Nullable TimeStamper stamper;
    private final RevocationSource source;

    public PdfExtender(@Nullable TimeStamper stamper, RevocationSource source) {
        this.stamper = stamper;
        this.source = source;
    }

    /**
     * @throws PdfRefusedException when the file cannot be read
     * @throws IllegalArgumentException when it holds no PAdES signature that stamping made
     */
    public ExtendedPdf extend(byte[] file, PadesLevel wanted) {
        TimeStamps stamps = new TimeStamps(stamper);
        byte[] extended = file;
        PadesLevel level = PadesLevel.T;
        if (!isStamped(file)) {
            extended = wanted.reaches(PadesLevel.T) ? stamped(file, stamps, Shortfall.NO_TIME_STAMP) : file;
            level = extended.length > file.length ? PadesLevel.T : PadesLevel.B;
        }
        if (level == PadesLevel.T && wanted.reaches(PadesLevel.LT)) {
            byte[] proven = proven(extended, stamps);
            level = proven.length > extended.length ? PadesLevel.LT : level;
            extended = proven;
        }
        if (level == PadesLevel.LT && wanted.reaches(PadesLevel.LTA)) {
            byte[] archived = stamped(extended, stamps, Shortfall.NO_ARCHIVE_TIME_STAMP);
            level = archived.length > extended.length ? PadesLevel.LTA : level;
            extended = archived;
        }
        return new ExtendedPdf(extended, level, List.copyOf(stamps.shortfalls()));
    }

    /** Whether each of our signatures has a time stamp, or one over it. */
    private static boolean isStamped(byte[] file) {
        try (PDDocument document = PdfFile.reopen(file)) {
            List<SignatureValue> all = SignatureValue.of(document);
            if (all.stream().noneMatch(SignatureValue::isOurs)) {
                throw new IllegalArgumentException("There is no PAdES signature of ours to extend");
            }
            List<SignatureValue> timeStamps =
                    all.stream().filter(SignatureValue::isTimeStamp).toList();
            return all.stream().filter(SignatureValue::isOurs).allMatch(one -> one.isStamped(timeStamps));
        } catch (IOException e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    private byte[] proven(byte[] file, TimeStamps stamps) {
        try (PDDocument document = PdfFile.reopen(file)) {
            ValidationProof proof = new ValidationProof(source);
            for (SignatureValue value : SignatureValue.of(document)) {
                if (value.isPades() || value.isTimeStamp()) {
                    proof.add(value.message(), value.isTimeStamp() || value.isOurs());
                }
            }
            if (!proof.complete()) {
                stamps.note(Shortfall.NO_REVOCATION_PROOF);
                return file;
            }
            RevisionWriter revision = new RevisionWriter(file, document.getDocument());
            new ValidationStore(revision, document).add(proof);
            revision.append();
            return revision.file();
        } catch (IOException e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    /** The file with a document time stamp (ISO 32000-2, 12.8.5) behind it; the file itself in an outage. */
    private static byte[] stamped(byte[] file, TimeStamps stamps, Shortfall otherwise) {
        try (PDDocument document = PdfFile.reopen(file)) {
            RevisionWriter revision = new RevisionWriter(file, document.getDocument());
            COSDictionary entries = SignatureSlot.entries("Adobe.PPKLite", "ETSI.RFC3161");
            entries.setItem(COSName.TYPE, COSName.getPDFName("DocTimeStamp"));
            SignatureSlot slot = new SignatureSlot(entries, PdfStamping.TIME_STAMP_SPACE);
            new SignatureWidgets(revision, document)
                    .add(
                            SignatureFields.of(document).free("Yinxin-Time"),
                            document.getPage(0),
                            StampForms.array(0, 0, 0, 0),
                            StampForms.empty(revision),
                            revision.add(slot));
            boolean[] had = {false};
            revision.append(slot, covered -> {
                byte[] token = stamps.token(TimeStampFamily.P256, covered.sha256(), otherwise);
                had[0] = token != null;
                return token == null ? new byte[0] : token;
            });
            return had[0] ? revision.file() : file;
        } catch (IOException e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }
}
