package org.yinxin.sealing.pdf.verification;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The unpacked data of a cross-reference stream: deflated, with or without one of the PNG predictors. */
final class XrefStreamData {

    private static final int MOST = 1 << 24;

    private XrefStreamData() {}

    static byte[] of(byte[] file, RawDictionary dictionary, int limit) {
        RawSyntax syntax = new RawSyntax(file, dictionary.end(), limit);
        syntax.expect("stream");
        int from = syntax.position();
        from += from < limit && file[from] == '\r' ? 1 : 0;
        from += from < limit && file[from] == '\n' ? 1 : 0;
        int length = (int) Math.min(dictionary.number("Length").orElse(-1), limit - from);
        String filter = dictionary.text("Filter").replaceAll("[\\[\\]\\s]", "");
        if (length < 0 || !(filter.isEmpty() || "/FlateDecode".equals(filter))) {
            throw new MalformedPdfException("cross-reference stream of a known packing", from);
        }
        byte[] data = filter.isEmpty() ? Arrays.copyOfRange(file, from, from + length) : inflated(file, from, length);
        return predicted(data, dictionary, from);
    }

    private static byte[] predicted(byte[] data, RawDictionary dictionary, int place) {
        Optional<RawDictionary> parameters = dictionary
                .span("DecodeParms")
                .filter(span -> dictionary.file()[span.from()] == '<')
                .map(span -> RawDictionary.at(dictionary.file(), span.from(), span.to()));
        long predictor =
                parameters.map(found -> found.number("Predictor").orElse(1)).orElse(1L);
        if (predictor == 1) {
            return data;
        }
        long columns =
                parameters.map(found -> found.number("Columns").orElse(1)).orElse(1L);
        if (predictor < 10 || columns < 1 || columns > 64) {
            throw new MalformedPdfException("predictor of a cross-reference stream", place);
        }
        return unfiltered(data, (int) columns);
    }

    /** The filters of PNG (RFC 2083, 6) for one byte a sample. */
    private static byte[] unfiltered(byte[] data, int columns) {
        int rows = data.length / (columns + 1);
        byte[] plain = new byte[rows * columns];
        for (int row = 0; row < rows; row++) {
            int filter = data[row * (columns + 1)];
            for (int x = 0; x < columns; x++) {
                int at = row * columns + x;
                int left = x == 0 ? 0 : plain[at - 1] & 0xff;
                int up = row == 0 ? 0 : plain[at - columns] & 0xff;
                int corner = x == 0 || row == 0 ? 0 : plain[at - columns - 1] & 0xff;
                int guess = switch (filter) {
                    case 1 -> left;
                    case 2 -> up;
                    case 3 -> (left + up) / 2;
                    case 4 -> paeth(left, up, corner);
                    default -> 0;
                };
                plain[at] = (byte) (data[row * (columns + 1) + 1 + x] + guess);
            }
        }
        return plain;
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toCorner = Math.abs(guess - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private static byte[] inflated(byte[] file, int from, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, length);
            byte[] data = new byte[Math.max(1_024, length * 4)];
            int filled = 0;
            while (!inflater.finished()) {
                if (filled == data.length) {
                    data = Arrays.copyOf(data, data.length * 2);
                }
                int read = inflater.inflate(data, filled, data.length - filled);
                filled += read;
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary()) || filled > MOST) {
                    throw new MalformedPdfException("end of the cross-reference stream", from);
                }
            }
            return Arrays.copyOf(data, filled);
        } catch (DataFormatException e) {
            throw new MalformedPdfException("deflated cross-reference stream", from);
        } finally {
            inflater.end();
        }
    }
}
