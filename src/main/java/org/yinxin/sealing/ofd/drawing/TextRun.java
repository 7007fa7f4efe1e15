package org.yinxin.sealing.ofd.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.XmlElement;

/**
 * The glyphs of one text code with the place of each (11.3, 11.4).
 *
 * @param glyphs in writing order
 */
record TextRun(List<Mark> glyphs) {

    /**
     * One glyph: its number where the document gives it, else -1, and the character it stands for.
     *
     * @param room to the next glyph along the line, 0 where there is none
     */
    record Mark(int glyph, int character, double x, double y, double room) {}

    /** A stretch of characters that the document sets with glyphs of its own choice (CGTransform). */
    record Chosen(int position, int characters, double[] glyphs) {

        static Chosen of(XmlElement transform) {
            XmlElement glyphs = transform.child("Glyphs");
            return new Chosen(
                    Numbers.integer(transform.attribute("CodePosition"), 0),
                    Math.max(1, Numbers.integer(transform.attribute("CodeCount"), 1)),
                    Numbers.array(glyphs == null ? null : glyphs.text()));
        }
    }

    /**
     * @param advance the step after a glyph where the document gives none
     * @param from where the run before it began, for codes without a place of their own
     */
    static TextRun of(XmlElement code, List<Chosen> chosen, int offset, Advance advance, double[] from) {
        int[] characters = code.rawText().codePoints().filter(c -> c >= ' ').toArray();
        List<int[]> slots = slots(characters, chosen, offset);
        double[] right = Numbers.deltas(code.attribute("DeltaX"), slots.size());
        double[] down = Numbers.deltas(code.attribute("DeltaY"), slots.size());
        from[0] = Numbers.number(code.attribute("X"), from[0]);
        from[1] = Numbers.number(code.attribute("Y"), from[1]);
        double x = from[0];
        double y = from[1];
        boolean free = right.length == 0 && down.length == 0;
        List<Mark> marks = new ArrayList<>(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            int[] slot = slots.get(i);
            double[] step = free ? advance.after(slot[0], slot[1]) : new double[] {delta(right, i), delta(down, i)};
            double room = free || i == slots.size() - 1 ? 0 : Math.abs(step[0]);
            marks.add(new Mark(slot[0], slot[1], x, y, room));
            x += step[0];
            y += step[1];
        }
        return new TextRun(marks);
    }

    /** A list shorter than the text goes on with its last offset, as writers expect. */
    private static double delta(double[] deltas, int index) {
        return deltas.length == 0 ? 0 : deltas[Math.min(index, deltas.length - 1)];
    }

    private static List<int[]> slots(int[] characters, List<Chosen> chosen, int offset) {
        List<int[]> slots = new ArrayList<>(characters.length);
        int at = 0;
        while (at < characters.length) {
            Chosen replaced = at(chosen, at + offset);
            if (replaced == null || replaced.glyphs().length == 0) {
                slots.add(new int[] {-1, characters[at]});
                at++;
                continue;
            }
            for (int i = 0; i < replaced.glyphs().length; i++) {
                int character = i < replaced.characters() && at + i < characters.length ? characters[at + i] : ' ';
                slots.add(new int[] {(int) replaced.glyphs()[i], character});
            }
            at += replaced.characters();
        }
        return slots;
    }

    private static @Nullable Chosen at(List<Chosen> chosen, int position) {
        for (Chosen candidate : chosen) {
            if (candidate.position() == position) {
                return candidate;
            }
        }
        return null;
    }

    /** How far the pen moves on by itself. */
    @FunctionalInterface
    interface Advance {
        double[] after(int glyph, int character);
    }
}
