package org.yinxin.verification.document;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.yinxin.sealing.DocumentDesk;
import org.yinxin.sealing.pdf.verification.ChangedPage;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.TooManyRequestsException;

/** Takes documents in, checks them, and forgets them after a short while. */
@Service
public class DocumentChecks {

    /** How long a document stays with us after it was handed in. */
    public static final Duration KEPT = Duration.ofMinutes(30);

    private static final long MOST_IN_MEMORY = 64 << 20;

    private final RecentFiles leafedThrough = new RecentFiles(MOST_IN_MEMORY);
    private final DocumentShelf shelf;
    private final DocumentDesk desk;
    private final PlatformTrust trust;
    private final Books books;
    private final Clock clock;

    DocumentChecks(DocumentShelf shelf, DocumentDesk desk, PlatformTrust trust, Books books, Clock clock) {
        this.shelf = shelf;
        this.desk = desk;
        this.trust = trust;
        this.books = books;
        this.clock = clock;
    }

    /**
     * @return an unguessable name under which result and pages can be seen
     * @throws TooManyRequestsException when too many documents are lying with us already
     */
    public UUID handIn(byte[] file) {
        if (!shelf.hasRoom(file.length)) {
            throw new TooManyRequestsException(KEPT);
        }
        return shelf.put(file, clock.instant(), clock.instant().plus(KEPT));
    }

    /**
     * The answer as of now: chain and registers are asked at every look.
     *
     * @throws NotFoundException when there is no such document any more
     */
    public DocumentReport report(UUID id) {
        return check(file(id));
    }

    public DocumentReport check(byte[] file) {
        return new DocumentChecker(desk, trust.now(), books).check(file, clock.instant());
    }

    /** @throws NotFoundException when there is no such document any more */
    public void exists(UUID id) {
        if (!shelf.has(id, clock.instant())) {
            throw new NotFoundException("Checked document " + id);
        }
    }

    public byte[] page(UUID id, int page, int widthPixels) {
        return desk.render(seen(id), page, widthPixels);
    }

    /** A changed page as it was signed, or as it is now, with what differs framed. */
    public byte[] changedPage(UUID id, int signedUntil, ChangedPage page, boolean now, int widthPixels) {
        return desk.renderChange(file(id), signedUntil, page, now, widthPixels);
    }

    /** The words of a page, for those who listen instead of look. */
    public String words(UUID id, int page) {
        return desk.words(seen(id), page);
    }

    public void forget(UUID id) {
        shelf.remove(id);
        leafedThrough.forget(id);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        shelf.clear(clock.instant());
        leafedThrough.forgetAll();
    }

    private byte[] seen(UUID id) {
        exists(id);
        return leafedThrough.get(id, () -> file(id));
    }

    private byte[] file(UUID id) {
        return shelf.find(id, clock.instant()).orElseThrow(() -> new NotFoundException("Checked document " + id));
    }
}
