package org.yinxin.sealing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yinxin.seal.ses.SealTrust;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdRefusedException;
import org.yinxin.sealing.ofd.drawing.OfdPageRenderer;
import org.yinxin.sealing.ofd.drawing.TooCostlyException;
import org.yinxin.sealing.ofd.text.OfdTextFinder;
import org.yinxin.sealing.ofd.verification.OfdVerifier;
import org.yinxin.sealing.pdf.PageRenderer;
import org.yinxin.sealing.pdf.PageWords;
import org.yinxin.sealing.pdf.PdfInspector;
import org.yinxin.sealing.pdf.PdfLimits;
import org.yinxin.sealing.pdf.PdfRefusedException;
import org.yinxin.sealing.pdf.PdfTextFinder;
import org.yinxin.sealing.pdf.verification.ChangeRenderer;
import org.yinxin.sealing.pdf.verification.ChangedPage;
import org.yinxin.sealing.pdf.verification.ExaminedPdf;
import org.yinxin.sealing.pdf.verification.PdfVerifier;
import org.yinxin.sealing.plan.TextFinder;
import org.yinxin.sealing.plan.TextHit;
import org.yinxin.site.TooManyRequestsException;

/** The one desk where documents are worked on, a few at a time: each can take many times its size in memory. */
@Component
public class DocumentDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RENDERING = Duration.ofSeconds(15);
    private static final Duration SEARCHING = Duration.ofSeconds(15);

    private final PdfLimits limits = PdfLimits.standard();
    private final PdfInspector inspector = new PdfInspector(limits);
    private final PageRenderer renderer = new PageRenderer(limits, RENDERING);
    private final PageWords pdfWords = new PageWords(limits, RENDERING);
    private final OfdPageRenderer ofdRenderer = new OfdPageRenderer(OfdLimits.standard(), RENDERING);
    private final PdfVerifier verifier = new PdfVerifier(limits);
    private final ChangeRenderer changes = new ChangeRenderer(renderer);
    private final Map<DocumentKind, TextFinder> finders = Map.of(
            DocumentKind.PDF, new PdfTextFinder(limits, SEARCHING),
            DocumentKind.OFD, new OfdTextFinder(OfdLimits.standard()));
    private final Semaphore places;

    public DocumentDesk(SealingSettings settings) {
        this.places = new Semaphore(settings.documentsAtOnce(), true);
    }

    public DocumentInspection inspect(byte[] file) {
        if (file.length == 0) {
            return new DocumentInspection.Refused(DocumentRefusal.EMPTY);
        }
        return switch (DocumentKind.of(file).orElse(null)) {
            case PDF -> at(() -> PdfRefusals.told(inspector.inspect(file), file));
            case OFD -> at(() -> OfdInspector.inspect(file));
            case null -> new DocumentInspection.Refused(DocumentRefusal.NOT_A_DOCUMENT);
        };
    }

    /** Where a word stands in the document; nowhere when its text cannot be read. */
    public List<TextHit> find(byte[] file, String word) {
        TextFinder finder =
                Objects.requireNonNull(finders.get(DocumentKind.of(file).orElseThrow()));
        try {
            return at(() -> finder.find(file, word));
        } catch (PdfRefusedException | OfdRefusedException e) {
            return List.of();
        }
    }

    /**
     * One page as a PNG, at most this wide.
     *
     * @throws UndrawablePageException when the page is not there or asks for too much
     */
    public byte[] render(byte[] file, int page, int widthPixels) {
        return drawn(file, () -> renderer.png(file, page, widthPixels), () -> ofdRenderer.png(file, page, widthPixels));
    }

    /**
     * The words of a page in the order of reading.
     *
     * @throws UndrawablePageException as for {@link #render}
     */
    public String words(byte[] file, int page) {
        return drawn(file, () -> pdfWords.of(file, page), () -> ofdRenderer.words(file, page));
    }

    private <T> T drawn(byte[] file, Supplier<T> pdf, Supplier<T> ofdPage) {
        boolean ofd = DocumentKind.of(file).filter(DocumentKind.OFD::equals).isPresent();
        try {
            return at(ofd ? ofdPage : pdf);
        } catch (PdfRefusedException | OfdRefusedException | TooCostlyException e) {
            throw new UndrawablePageException(e);
        }
    }

    /**
     * One page of a PDF as it was signed, or as it is now, with what differs framed, as a PNG.
     *
     * @param signedUntil the end of the part of the file that was signed
     * @throws UndrawablePageException when the page is not there or asks for too much
     */
    public byte[] renderChange(byte[] file, int signedUntil, ChangedPage page, boolean now, int widthPixels) {
        try {
            return at(() -> changes.png(file, signedUntil, page, now, widthPixels));
        } catch (PdfRefusedException e) {
            throw new UndrawablePageException(e);
        }
    }

    /** @throws org.yinxin.sealing.pdf.PdfRefusedException when the file cannot be read within the limits */
    public ExaminedPdf verify(byte[] file) {
        return at(() -> verifier.verify(file));
    }

    /** How many signatures of a PDF the second opinion sees and finds intact. */
    int secondOpinion(byte[] file) {
        return at(() -> verifier.secondOpinion(file));
    }

    /**
     * Verifies every signature of an OFD document.
     *
     * @throws org.yinxin.sealing.ofd.OfdRefusedException when the file is not taken for one
     */
    public VerifiedOfd verifyOfd(byte[] file, SealTrust trust) {
        return at(() -> VerifiedOfd.of(OfdVerifier.verify(file, OfdLimits.standard(), trust)));
    }

    /**
     * Work on a document, at one of the places.
     *
     * @throws TooManyRequestsException when no place becomes free in time
     */
    <T> T at(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyRequestsException(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyRequestsException(PATIENCE);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
