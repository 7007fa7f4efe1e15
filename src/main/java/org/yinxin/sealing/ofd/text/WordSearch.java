package org.yinxin.sealing.ofd.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds a word in the passages of a page. */
final class WordSearch {

    /** Words on one line differ in height by less than this, in millimetres. */
    private static final double LINE = 3;

    /** More of them on one page serve nobody. */
    private static final int MOST = 1_000;

    private static final Comparator<Box> READING = Comparator.<Box>comparingLong(
                    box -> Math.round((box.top() + box.bottom()) / 2 / LINE))
            .thenComparingDouble(Box::left);

    private final String word;

    WordSearch(String word) {
        this.word = Letters.of(word.codePoints().toArray()).text();
    }

    /** From the top to the bottom of the page, and in each line from left to right. */
    List<Box> in(PageText page) {
        if (word.isEmpty()) {
            return List.of();
        }
        List<Box> found = new ArrayList<>();
        page.passages().forEach(passage -> search(passage, found));
        found.sort(READING);
        return found;
    }

    private void search(List<Glyph> passage, List<Box> found) {
        Letters letters = Letters.of(passage);
        int at = letters.text().indexOf(word);
        while (at >= 0 && found.size() < MOST) {
            int end = at + word.length();
            int first = letters.owners().get(at);
            int last = letters.owners().get(end - 1);
            Box box = Box.around(passage.subList(first, last + 1));
            if (box.isFinite() && found.stream().noneMatch(box::isSamePlaceAs)) {
                found.add(box);
            }
            at = letters.text().indexOf(word, end);
        }
    }
}
