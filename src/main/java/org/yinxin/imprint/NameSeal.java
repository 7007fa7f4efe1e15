package org.yinxin.imprint;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The square seal with a legal representative's name. */
final class NameSeal {

    private static final int MOST_IN_CELLS = 12;

    private final Path2D ink;
    private final Lettering lettering;
    private final double inner;

    NameSeal(Path2D ink, Lettering lettering, double side, double border) {
        this.ink = ink;
        this.lettering = lettering;
        this.inner = side / 2 - border;
        frame(side);
    }

    void set(String name) {
        if (Typesetter.even(name)) {
            cells(name.replaceAll("\\s", ""));
        } else {
            rows(name);
        }
    }

    /** Read from the upper right downwards; two and three characters are filled up to four, as is the custom. */
    private void cells(String name) {
        int[] characters = filled(name)
                .codePoints()
                .filter(character -> character != '·' && character != '•')
                .toArray();
        if (characters.length > MOST_IN_CELLS) {
            throw new NameDoesNotFitException(name);
        }
        int columns = characters.length > 8 ? 3 : 2;
        int rows = (characters.length + columns - 1) / columns;
        double cellWidth = (inner * 2 - 1) / columns;
        double cellHeight = (inner * 2 - 1) / rows;
        for (int i = 0; i < characters.length; i++) {
            double x = ((columns - 1) / 2.0 - i / rows) * cellWidth;
            double y = (i % rows - (rows - 1) / 2.0) * cellHeight;
            lettering.line(Character.toString(characters[i]), x, y, 0, cellWidth * 0.98, cellHeight * 0.98);
        }
    }

    private static String filled(String name) {
        return switch (name.codePointCount(0, name.length())) {
            case 2 -> name + "之印";
            case 3 -> name + "印";
            default -> name;
        };
    }

    private void rows(String name) {
        List<String> lines = Typesetter.lines(name, 3);
        double room = inner * 2 - 1.6;
        double pitch = Math.min(6.2, room / lines.size());
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = Typesetter.line(lines.get(i));
            double em = pitch * 0.78 / line.height();
            double width = Math.min(em, room / line.width());
            em = Math.min(em, width / 0.5);
            if (em * line.height() < 1.3) {
                throw new NameDoesNotFitException(name);
            }
            lettering.line(line, 0, (i - (lines.size() - 1) / 2.0) * pitch, width, em);
        }
    }

    private void frame(double side) {
        ink.append(new Rectangle2D.Double(-side / 2, -side / 2, side, side), false);
        Path2D hole = new Path2D.Double();
        hole.moveTo(-inner, -inner);
        hole.lineTo(-inner, inner);
        hole.lineTo(inner, inner);
        hole.lineTo(inner, -inner);
        hole.closePath();
        ink.append(hole, false);
    }
}
