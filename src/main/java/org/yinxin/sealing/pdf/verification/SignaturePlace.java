package org.yinxin.sealing.pdf.verification;

import java.util.Optional;

/**
 * Whether the dictionary that a reader finds for a signature is the very one around the gap of its byte range: against
 * values moved elsewhere, borrowed from another signature, or given twice.
 */
final class SignaturePlace {

    private static final int MAX_DEPTH = 6;

    private SignaturePlace() {}

    /**
     * @param object where the object stands that is the signature's dictionary or holds it
     * @param range without a fault of its own
     */
    static ByteRange.Fault fault(byte[] file, long object, ByteRange range) {
        if (object < 0 || object >= range.gapStart()) {
            return ByteRange.Fault.VALUE_ELSEWHERE;
        }
        try {
            int until = (int) Math.min(range.end(), file.length);
            RawSyntax syntax = new RawSyntax(file, (int) object, until);
            syntax.integer();
            syntax.integer();
            syntax.expect("obj");
            RawDictionary outer = RawDictionary.at(file, syntax.position(), until);
            return around(outer, range, 0)
                    .map(found -> found.repeated().isEmpty()
                                    && found.numbers("ByteRange").equals(range.numbers())
                            ? ByteRange.Fault.NONE
                            : ByteRange.Fault.AMBIGUOUS)
                    .orElse(ByteRange.Fault.VALUE_ELSEWHERE);
        } catch (MalformedPdfException e) {
            return ByteRange.Fault.VALUE_ELSEWHERE;
        }
    }

    private static Optional<RawDictionary> around(RawDictionary dictionary, ByteRange range, int depth) {
        boolean here = dictionary
                .span("Contents")
                .filter(span -> span.from() == range.gapStart() && span.to() == range.gapEnd())
                .isPresent();
        if (here || depth > MAX_DEPTH) {
            return here ? Optional.of(dictionary) : Optional.empty();
        }
        return dictionary.inner().stream()
                .flatMap(inner -> around(inner, range, depth + 1).stream())
                .findFirst();
    }
}
