package org.yinxin.sealing.ofd.stamp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Writes the small XML parts of a signature. */
final class XmlText {

    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static final int DECIMALS = 4;

    private final StringBuilder text;

    XmlText(int expected) {
        text = new StringBuilder(expected).append(HEAD);
    }

    /** As it is: markup, or what cannot hold any. */
    XmlText raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Any text, so that it reads back as it was. */
    XmlText escaped(String value) {
        if (isPlain(value)) {
            return raw(value);
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\t', '\n', '\r' -> text.append("&#").append((int) c).append(';');
                default -> text.append(writable(c));
            }
        }
        return this;
    }

    /** A length in millimetres, without zeros at its end. */
    XmlText number(double millimetres) {
        BigDecimal number = BigDecimal.valueOf(millimetres).setScale(DECIMALS, RoundingMode.HALF_UP);
        text.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        return this;
    }

    XmlText numbers(double... millimetres) {
        for (int i = 0; i < millimetres.length; i++) {
            raw(i == 0 ? "" : " ").number(millimetres[i]);
        }
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Paths and numbers mostly are. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > 0x7e || c == '&' || c == '<' || c == '>' || c == '"') {
                return false;
            }
        }
        return true;
    }

    private static char writable(char c) {
        if (c < 0x20 || c == 0xfffe || c == 0xffff) {
            throw new IllegalArgumentException("XML has no way to write the character " + (int) c);
        }
        return c;
    }
}
