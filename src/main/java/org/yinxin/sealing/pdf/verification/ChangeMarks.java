package org.yinxin.sealing.pdf.verification;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds where two pictures of a page differ, and frames it. */
public final class ChangeMarks {

    private static final int CELL = 12;
    private static final int NOTICEABLE = 24;
    private static final Color FRAME = new Color(0xB3261E);
    private static final Color VEIL = new Color(0xB3, 0x26, 0x1E, 24);

    private ChangeMarks() {}

    /** The areas in which the two differ, neighbouring ones taken together. */
    public static List<Rectangle> between(BufferedImage one, BufferedImage other) {
        int columns = (Math.max(one.getWidth(), other.getWidth()) + CELL - 1) / CELL;
        int rows = (Math.max(one.getHeight(), other.getHeight()) + CELL - 1) / CELL;
        boolean[] differs = new boolean[columns * rows];
        for (int cell = 0; cell < differs.length; cell++) {
            differs[cell] = differs(one, other, cell % columns * CELL, cell / columns * CELL);
        }
        List<Rectangle> areas = new ArrayList<>();
        for (int cell = 0; cell < differs.length; cell++) {
            if (differs[cell]) {
                areas.add(area(differs, columns, rows, cell));
            }
        }
        return areas;
    }

    /** A copy of the picture with the areas framed. */
    public static BufferedImage framed(BufferedImage picture, List<Rectangle> areas) {
        BufferedImage framed = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = framed.createGraphics();
        try {
            pen.drawImage(picture, 0, 0, null);
            pen.setStroke(new BasicStroke(3));
            for (Rectangle area : areas) {
                pen.setColor(VEIL);
                pen.fill(area);
                pen.setColor(FRAME);
                pen.draw(area);
            }
            return framed;
        } finally {
            pen.dispose();
        }
    }

    private static boolean differs(BufferedImage one, BufferedImage other, int left, int top) {
        for (int y = top; y < top + CELL; y++) {
            for (int x = left; x < left + CELL; x++) {
                if (distance(at(one, x, y), at(other, x, y)) > NOTICEABLE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int at(BufferedImage picture, int x, int y) {
        return x < picture.getWidth() && y < picture.getHeight() ? picture.getRGB(x, y) : 0xffffff;
    }

    private static int distance(int one, int other) {
        int red = Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff));
        int green = Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff));
        return Math.max(Math.max(red, green), Math.abs((one & 0xff) - (other & 0xff)));
    }

    /** Takes a cell and all that hang together with it out of the map. */
    private static Rectangle area(boolean[] differs, int columns, int rows, int start) {
        Rectangle area = new Rectangle(start % columns, start / columns, 1, 1);
        Deque<Integer> left = new ArrayDeque<>(List.of(start));
        differs[start] = false;
        while (!left.isEmpty()) {
            int cell = left.pop();
            int x = cell % columns;
            int y = cell / columns;
            area.add(new Rectangle(x, y, 1, 1));
            for (int row = Math.max(0, y - 2); row <= Math.min(rows - 1, y + 2); row++) {
                for (int column = Math.max(0, x - 2); column <= Math.min(columns - 1, x + 2); column++) {
                    if (differs[row * columns + column]) {
                        differs[row * columns + column] = false;
                        left.push(row * columns + column);
                    }
                }
            }
        }
        return new Rectangle(area.x * CELL - 4, area.y * CELL - 4, area.width * CELL + 8, area.height * CELL + 8);
    }
}
