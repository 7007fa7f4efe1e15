package org.yinxin.verification.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yinxin.ledger.ChainAnswer;
import org.yinxin.ledger.UseOnChain;
import org.yinxin.sealing.pdf.verification.ExaminedSignature;
import org.yinxin.sealing.plan.UseCommitment;
import org.yinxin.sealing.plan.UseNote;
import org.yinxin.verification.Check;
import org.yinxin.verification.CheckCode;
import org.yinxin.verification.UseStanding;

/** Looks the use up on the chain and opens its commitments with what stands in the document. */
final class RecordCheck {

    private final Books books;

    RecordCheck(Books books) {
        this.books = books;
    }

    RecordFinding check(byte[] file, ExaminedSignature signature) {
        UseNote note = signature.found().note().orElse(null);
        return check(note, record -> matches(file, signature, note, record));
    }

    /** @param matches whether the record is this document's */
    RecordFinding check(@Nullable UseNote note, Function<UseOnChain, Check> matches) {
        if (note == null) {
            return unrecorded(Check.failed(CheckCode.USE_RECORDED, "no-use-code"));
        }
        return switch (books.useOnChain(note.code().onChain())) {
            case ChainAnswer.Unreachable<UseOnChain> silent ->
                new RecordFinding(
                        null,
                        silent.nodes(),
                        List.of(
                                Check.indeterminate(CheckCode.USE_RECORDED, "unreachable"),
                                Check.skipped(CheckCode.RECORD_MATCHES)));
            case ChainAnswer.Absent<UseOnChain> absent -> unrecorded(absent(note));
            case ChainAnswer.Known<UseOnChain> known ->
                new RecordFinding(known.value(), known.nodes(), recorded(note, known.value(), matches));
        };
    }

    private List<Check> recorded(UseNote note, UseOnChain record, Function<UseOnChain, Check> matches) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.passed(
                CheckCode.USE_RECORDED,
                record.blockTime(),
                record.number(),
                note.code().value()));
        checks.add(matches.apply(record));
        stands(note).ifPresent(checks::add);
        return checks;
    }

    /** Only a use of which something was said needs an answer. */
    private Optional<Check> stands(UseNote note) {
        UseStanding standing = books.standing(note.code());
        Instant at = standing.at();
        if (standing.said() == null || at == null) {
            return Optional.empty();
        }
        return Optional.of(
                standing.declaredVoid()
                        ? Check.failed(CheckCode.USE_STANDS, "declared-void", at)
                        : Check.indeterminate(CheckCode.USE_STANDS, "disputed", at));
    }

    /** Nothing on the chain although our books know of it: the books and the chain are at odds, the document may be good. */
    private Check absent(UseNote note) {
        boolean inTheBooks = books.use(note.code()).isPresent();
        return inTheBooks
                ? Check.indeterminate(
                        CheckCode.USE_RECORDED, "not-yet", note.code().value())
                : Check.failed(CheckCode.USE_RECORDED, "absent", note.code().value());
    }

    private static RecordFinding unrecorded(Check recorded) {
        return new RecordFinding(null, List.of(), List.of(recorded, Check.skipped(CheckCode.RECORD_MATCHES)));
    }

    private static Check matches(byte[] file, ExaminedSignature signature, @Nullable UseNote note, UseOnChain record) {
        int signedUntil = (int) signature.found().signedUntil();
        if (note == null || note.fileLength() >= signedUntil) {
            return Check.failed(CheckCode.RECORD_MATCHES, "authorised-differs");
        }
        String purpose =
                signature.found().reason() == null ? "" : signature.found().reason();
        return compare(UseCommitment.of(note, purpose, file, signedUntil), record);
    }

    static Check compare(UseCommitment opened, UseOnChain record) {
        if (!opened.sealed().equals(record.sealed())) {
            return Check.failed(CheckCode.RECORD_MATCHES, "sealed-differs");
        }
        if (!opened.authorised().equals(record.authorised())) {
            return Check.failed(CheckCode.RECORD_MATCHES, "authorised-differs");
        }
        return opened.purpose().equals(record.purpose())
                ? Check.passed(CheckCode.RECORD_MATCHES)
                : Check.failed(CheckCode.RECORD_MATCHES, "purpose-differs");
    }
}
