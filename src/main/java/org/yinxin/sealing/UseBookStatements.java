package org.yinxin.sealing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yinxin.ledger.Proofs;
import org.yinxin.ledger.Receipt;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.UseBooks;
import org.yinxin.ledger.proof.ReceiptProof;
import org.yinxin.ledger.proof.book.BookEvent;
import org.yinxin.ledger.proof.book.BookLine;
import org.yinxin.ledger.proof.book.BookStatement;
import org.yinxin.ledger.proof.book.StatementCheck;
import org.yinxin.ledger.proof.book.StatementFile;
import org.yinxin.ledger.proof.book.StatementRefusedException;
import org.yinxin.pki.StatementSigner;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.shared.Digest;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.SiteSettings;

/** Makes statements that nothing is missing between two entries of a use book, and gives none that does not hold. */
@Service
public class UseBookStatements {

    /** How many entries one statement may have. */
    public static final long MOST = 10_000;

    private final Seals seals;
    private final UseBooks books;
    private final Proofs proofs;
    private final StatementSigner signer;
    private final SiteSettings site;
    private final Clock clock;

    UseBookStatements(
            Seals seals, UseBooks books, Proofs proofs, StatementSigner signer, SiteSettings site, Clock clock) {
        this.seals = seals;
        this.books = books;
        this.proofs = proofs;
        this.signer = signer;
        this.site = site;
        this.clock = clock;
    }

    /**
     * A part of a use book.
     *
     * @param recordings in the order of their numbers
     * @param gap what does not follow, in the words of the check; absent when nothing is missing
     */
    public record Part(
            long first,
            long last,
            List<Recording> recordings,
            @Nullable String gap) {

        /** The fields of the entries' events. */
        public List<Map<String, String>> fields() {
            return recordings.stream()
                    .map(recording -> receipt(recording).fields())
                    .toList();
        }
    }

    /** The number of the last entry; 0 while the book is empty. */
    public long last(SealNumber number) {
        return books.last(versions(number));
    }

    /** The entries from the first number to the last, and whether they follow one another without a gap. */
    public Part part(SealNumber number, long first, long last) {
        List<Recording> recordings = books.entries(versions(number), first, last);
        return new Part(first, last, recordings, gap(recordings, first, last));
    }

    /**
     * The statement of these entries, with the proofs of both ends.
     *
     * @throws UseBookGapException when the book has a gap there
     * @throws org.yinxin.ledger.NodeSilentException when no node gives the proofs
     */
    public BookStatement of(SealNumber number, long first, long last) {
        Part part = part(number, first, last);
        if (part.gap() != null) {
            throw new UseBookGapException(number, part.gap());
        }
        Receipt end = receipt(part.recordings().getLast());
        return new BookStatement(
                number.value(),
                end.chainId(),
                end.contract(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                site.publicAddress(),
                lines(part.recordings()),
                before(number, first),
                proofs.of(end));
    }

    /** The statement as a file with the platform's signature. */
    public byte[] file(BookStatement statement) {
        return StatementFile.write(statement, signer.message(StatementFile.content(statement)));
    }

    private @Nullable ReceiptProof before(SealNumber number, long first) {
        List<Recording> before = first == 1 ? List.of() : books.entries(versions(number), first - 1, first - 1);
        return before.isEmpty() ? null : proofs.of(receipt(before.getFirst()));
    }

    private static @Nullable String gap(List<Recording> recordings, long first, long last) {
        long next = first;
        for (Recording recording : recordings) {
            long found = receipt(recording).useNumber().orElse(-1);
            if (found != next) {
                return "after " + (next - 1) + " comes " + found;
            }
            next++;
        }
        if (next != last + 1) {
            return "after " + (next - 1) + " nothing comes, up to " + last;
        }
        try {
            StatementCheck.chained(lines(recordings));
            return null;
        } catch (StatementRefusedException e) {
            return e.getMessage();
        }
    }

    private static List<BookLine> lines(List<Recording> recordings) {
        return recordings.stream()
                .map(recording -> new BookLine(
                        BookEvent.called(receipt(recording).event()),
                        recording.entryId(),
                        receipt(recording).fields()))
                .toList();
    }

    private static Receipt receipt(Recording recording) {
        return Objects.requireNonNull(recording.receipt());
    }

    private List<Digest> versions(SealNumber number) {
        return seals.versions(number).stream().map(SealView::onChainId).toList();
    }
}
