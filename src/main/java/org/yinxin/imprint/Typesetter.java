package org.yinxin.imprint;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Knows how a text wants to be set: in even cells, as Chinese is, or with the widths its letters ask for. */
final class Typesetter {

    private Typesetter() {}

    /** Whether the text is set in even cells. */
    static boolean even(String text) {
        return text.codePoints().anyMatch(character -> UnicodeScript.of(character) == UnicodeScript.HAN)
                && ShapedFont.of(text).isEmpty();
    }

    /** @throws GlyphMissingException when a character cannot be drawn */
    static TextLine line(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return ShapedFont.of(composed).map(font -> font.set(composed)).orElseGet(() -> TextLine.plain(composed));
    }

    /** Cut at spaces into at most this many lines of about the same length; one where there is no space. */
    static List<String> lines(String text, int most) {
        String[] words = text.split("\\s+");
        int longest = 0;
        for (String word : words) {
            longest = Math.max(longest, word.length());
        }
        int width = Math.max(longest, (text.length() + most - 1) / most);
        List<String> lines = new ArrayList<>();
        for (String word : words) {
            int last = lines.size() - 1;
            if (last >= 0 && (lines.get(last).length() + 1 + word.length() <= width || lines.size() == most)) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }
}
