package org.yinxin.sealing.pdf.verification;

import java.nio.charset.StandardCharsets;

/** Reads the objects of ISO 32000-2, 7.3 from the bytes of a file, strictly, without following a single reference. */
final class RawSyntax {

    private static final int MAX_DEPTH = 64;

    private final byte[] file;
    private final int limit;
    private int at;
    private int depth;

    RawSyntax(byte[] file, int from, int limit) {
        if (from < 0 || from > limit || limit > file.length) {
            throw new MalformedPdfException("object", from);
        }
        this.file = file;
        this.at = from;
        this.limit = limit;
    }

    /** Where a value stands, white space before it not included. */
    record Span(int from, int to) {}

    int position() {
        return at;
    }

    void expect(String word) {
        if (!skips(word)) {
            throw new MalformedPdfException(word, at);
        }
    }

    /** Goes past this word if it comes next. */
    boolean skips(String word) {
        skipSpace();
        if (at + word.length() > limit) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (file[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    long integer() {
        skipSpace();
        int from = at;
        while (at < limit && file[at] >= '0' && file[at] <= '9') {
            at++;
        }
        if (at == from || at - from > 18) {
            throw new MalformedPdfException("integer", from);
        }
        return Long.parseLong(new String(file, from, at - from, StandardCharsets.ISO_8859_1));
    }

    /** A name without its slash, escapes resolved, so that nothing hides behind {@code #}. */
    String name() {
        expect("/");
        StringBuilder name = new StringBuilder();
        while (at < limit && isRegular(file[at])) {
            int escaped = file[at] == '#' && at + 2 < limit ? hexPair(at + 1) : -1;
            name.append((char) (escaped < 0 ? file[at] & 0xff : escaped));
            at += escaped < 0 ? 1 : 3;
        }
        return name.toString();
    }

    Span value() {
        skipSpace();
        int from = at;
        skipValue();
        return new Span(from, at);
    }

    private void skipValue() {
        if (++depth > MAX_DEPTH) {
            throw new MalformedPdfException("end of nesting", at);
        }
        if (skips("<<")) {
            while (!skips(">>")) {
                name();
                skipValue();
            }
        } else if (skips("[")) {
            while (!skips("]")) {
                skipValue();
            }
        } else if (skips("(")) {
            skipText();
        } else if (skips("<")) {
            skipHex();
        } else if (at < limit && file[at] == '/') {
            name();
        } else {
            skipWord();
        }
        depth--;
    }

    private void skipText() {
        for (int open = 1; open > 0; at++) {
            if (at >= limit) {
                throw new MalformedPdfException("end of text", at);
            }
            switch (file[at]) {
                case '\\' -> at++;
                case '(' -> open++;
                case ')' -> open--;
                default -> {}
            }
        }
    }

    private void skipHex() {
        while (at < limit && (Character.digit(file[at], 16) >= 0 || isSpace(file[at]))) {
            at++;
        }
        if (at >= limit || file[at] != '>') {
            throw new MalformedPdfException(">", at);
        }
        at++;
    }

    /** A number, a reference or a keyword. */
    private void skipWord() {
        int from = at;
        skipRegular();
        if (at == from) {
            throw new MalformedPdfException("value", at);
        }
        int after = at;
        if (isDigits(from, after)) {
            skipSpace();
            int second = at;
            skipRegular();
            if (at > second && isDigits(second, at) && skips("R") && (at >= limit || !isRegular(file[at]))) {
                return;
            }
        }
        at = after;
    }

    private void skipRegular() {
        while (at < limit && isRegular(file[at])) {
            at++;
        }
    }

    private boolean isDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (file[i] < '0' || file[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private void skipSpace() {
        while (at < limit && (isSpace(file[at]) || file[at] == '%')) {
            if (file[at] == '%') {
                while (at < limit && file[at] != '\n' && file[at] != '\r') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private int hexPair(int place) {
        int high = Character.digit(file[place], 16);
        int low = Character.digit(file[place + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
    }

    private static boolean isRegular(byte b) {
        return !isSpace(b) && "()<>[]{}/%".indexOf(b) < 0;
    }
}
