package org.yinxin.sealing.pdf.verification;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.yinxin.sealing.pdf.PdfFile;
import org.yinxin.sealing.pdf.PdfLimits;
import org.yinxin.sealing.pdf.PdfRefusal;
import org.yinxin.sealing.pdf.PdfRefusedException;

/**
 * Verifies the signatures of a PDF file strictly: bytes and structure, the mathematics of PAdES and GM signatures, what
 * came after each. Who the signers are is left to others; nothing is fetched from the network.
 */
public final class PdfVerifier {

    private final PdfLimits limits;
    private final PdfReader reader;
    private final DssOpinion second = new DssOpinion();

    public PdfVerifier(PdfLimits limits) {
        this.limits = limits;
        this.reader = new PdfReader(limits);
    }

    /** @throws PdfRefusedException when the file cannot be read within the limits */
    public ExaminedPdf verify(byte[] file) {
        try (PDDocument document = PdfFile.openToVerify(file, limits)) {
            FileStructure structure = FileStructure.of(file, document);
            PdfContents contents = reader.read(file, document, structure);
            EmbeddedEvidence evidence =
                    contents.signatures().isEmpty() ? EmbeddedEvidence.NONE : EmbeddedEvidence.of(document);
            SignatureExaminer examiner = new SignatureExaminer(file, document, structure, contents, evidence, second);
            List<ExaminedSignature> signatures = examiner.examine();
            return new ExaminedPdf(
                    contents.pages(),
                    signatures,
                    examiner.timeStamps(),
                    !contents.signatures().isEmpty() && examiner.isLastCovered(),
                    structure.quirksWith(file, contents, document),
                    evidence);
        } catch (PdfRefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new PdfRefusedException(PdfRefusal.BROKEN, e);
        }
    }

    /** How many signatures the second opinion, DSS, sees and finds intact: none when its libraries do not go together. */
    public int secondOpinion(byte[] file) {
        return second.intact(file);
    }
}
