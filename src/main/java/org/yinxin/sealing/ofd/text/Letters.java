package org.yinxin.sealing.ofd.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as it is compared: without white space, and with full-width and half-width forms taken for one, as forms are
 * printed with either ({@code 甲 方（盖章）}).
 *
 * @param text what is left
 * @param owners for each char of it the character it came from
 */
record Letters(String text, List<Integer> owners) {

    static Letters of(int[] letters) {
        StringBuilder text = new StringBuilder(letters.length);
        List<Integer> owners = new ArrayList<>(letters.length);
        for (int i = 0; i < letters.length; i++) {
            String folded = fold(letters[i]);
            text.append(folded);
            for (int j = 0; j < folded.length(); j++) {
                owners.add(i);
            }
        }
        return new Letters(text.toString(), owners);
    }

    static Letters of(List<Glyph> glyphs) {
        return of(glyphs.stream().mapToInt(Glyph::letter).toArray());
    }

    private static String fold(int letter) {
        boolean plain = letter > ' ' && letter < 0x7f || letter >= 0x4e00 && letter < 0xa000;
        return plain ? Character.toString(letter) : normalised(letter);
    }

    private static String normalised(int letter) {
        String text = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(each -> !isBlank(each)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isBlank(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter);
    }
}
