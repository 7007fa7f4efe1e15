package org.yinxin.sealing.pdf.verification;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** The two pieces of a file that a signature covers (ISO 32000-2, 12.8.1), as its dictionary states them. */
public record ByteRange(List<Long> numbers) {

    public ByteRange {
        numbers = List.copyOf(numbers);
    }

    /** What is wrong with a byte range. The names are stable. */
    public enum Fault {
        NONE,
        /** There is no byte range, or no signature value. */
        MISSING,
        /** Anything but two pieces. */
        NOT_TWO_PIECES,
        NEGATIVE,
        /** The file's first bytes are not covered. */
        NOT_FROM_THE_START,
        /** The pieces overlap or leave no room between them. */
        OVERLAPPING,
        /** A piece reaches beyond the file. */
        BEYOND_THE_FILE,
        /** Between the pieces stands more, or something else, than the signature value. */
        GAP_IS_NOT_THE_VALUE,
        /** The signature's dictionary does not stand in the bytes that it covers, or its value not in the gap. */
        VALUE_ELSEWHERE,
        /** A key of the signature's dictionary stands there twice. */
        AMBIGUOUS
    }

    /** What the numbers themselves and the bytes between the pieces tell. */
    Fault fault(byte[] file) {
        if (numbers.isEmpty()) {
            return Fault.MISSING;
        }
        if (numbers.size() != 4) {
            return Fault.NOT_TWO_PIECES;
        }
        if (numbers.stream().anyMatch(number -> number < 0)) {
            return Fault.NEGATIVE;
        }
        if (numbers.stream().anyMatch(number -> number > file.length)
                || numbers.get(2) + numbers.get(3) > file.length) {
            return Fault.BEYOND_THE_FILE;
        }
        if (numbers.get(0) != 0 || numbers.get(1) == 0) {
            return Fault.NOT_FROM_THE_START;
        }
        if (gapEnd() <= gapStart() + 1 || numbers.get(3) == 0) {
            return Fault.OVERLAPPING;
        }
        return isOneValue(file) ? Fault.NONE : Fault.GAP_IS_NOT_THE_VALUE;
    }

    private boolean isOneValue(byte[] file) {
        if (file[gapStart()] != '<' || file[gapEnd() - 1] != '>') {
            return false;
        }
        for (int i = gapStart() + 1; i < gapEnd() - 1; i++) {
            if (Character.digit(file[i], 16) < 0 && !RawSyntax.isSpace(file[i])) {
                return false;
            }
        }
        return true;
    }

    int gapStart() {
        return numbers.get(1).intValue();
    }

    int gapEnd() {
        return numbers.get(2).intValue();
    }

    /** Where the covered part of the file ends; 0 when the numbers do not say. */
    public long end() {
        return numbers.size() == 4 ? numbers.get(2) + numbers.get(3) : 0;
    }

    /** The signature value, hexadecimal digits unpacked. */
    byte[] value(byte[] file) {
        byte[] value = new byte[(gapEnd() - gapStart()) / 2];
        int digits = 0;
        for (int i = gapStart() + 1; i < gapEnd() - 1; i++) {
            int digit = Character.digit(file[i], 16);
            if (digit >= 0) {
                value[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            }
        }
        return Arrays.copyOf(value, (digits + 1) / 2);
    }

    byte[] digest(byte[] file, MessageDigest algorithm) {
        algorithm.update(file, 0, gapStart());
        algorithm.update(file, gapEnd(), numbers.get(3).intValue());
        return algorithm.digest();
    }
}
