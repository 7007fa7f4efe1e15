package org.yinxin.sealing.ofd.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out the text of one text object (GB/T 33190-2016, 11.2 and 11.3) into runs.
 *
 * @param place from the object's coordinates to those of the page
 * @param widening of the characters (HScale)
 * @param readDirection in degrees, clockwise; what counts where a text has no steps
 * @param charDirection by which each character is turned, in degrees, clockwise
 */
record TextObject(Affine place, double size, double widening, int readDirection, int charDirection) {

    private static final double NARROW = 0.5;

    /** @param steps from each character's origin to the next one's, in the object's coordinates; NaN where not stated */
    List<Run> runs(int[] letters, double x, double y, double[] stepsX, double[] stepsY) {
        List<Run> runs = new ArrayList<>();
        List<Glyph> glyphs = new ArrayList<>();
        Point reading = direction(readDirection);
        Point direction = reading;
        Point at = new Point(x, y);
        for (int i = 0; i < letters.length; i++) {
            glyphs.add(glyph(letters[i], at));
            if (i == letters.length - 1) {
                break;
            }
            Point step = step(stepsX[i], stepsY[i], letters[i], reading);
            if (glyphs.size() == 1 && step.length() > 0) {
                direction = step.unit();
            } else if (turns(step, direction)) {
                runs.add(run(glyphs, direction));
                glyphs.clear();
                direction = reading;
            }
            at = at.plus(step);
        }
        if (!glyphs.isEmpty()) {
            runs.add(run(glyphs, glyphs.size() == 1 ? reading : direction));
        }
        return runs;
    }

    private Run run(List<Glyph> glyphs, Point direction) {
        return new Run(glyphs, place.vector(direction.x(), direction.y()).unit());
    }

    private boolean turns(Point step, Point direction) {
        return Math.abs(step.across(direction)) > size * NARROW || step.along(direction) < -size * NARROW;
    }

    private Point step(double stepX, double stepY, int letter, Point reading) {
        if (Double.isNaN(stepX) && Double.isNaN(stepY)) {
            return reading.times(reading.y() == 0 ? width(letter) : size);
        }
        return new Point(Double.isNaN(stepX) ? 0 : stepX, Double.isNaN(stepY) ? 0 : stepY);
    }

    private Glyph glyph(int letter, Point at) {
        Point right = direction(charDirection).times(width(letter));
        Point up = direction(charDirection - 90).times(size);
        return new Glyph(
                letter, place.point(at.x(), at.y()), place.vector(right.x(), right.y()), place.vector(up.x(), up.y()));
    }

    /** Fonts are not read: a character of the Latin alphabet is half as wide as a Chinese one. */
    private double width(int letter) {
        return size * widening * (letter < 0x2e80 ? NARROW : 1);
    }

    private static Point direction(int degrees) {
        return switch (Math.floorMod(degrees, 360)) {
            case 90 -> new Point(0, 1);
            case 180 -> new Point(-1, 0);
            case 270 -> new Point(0, -1);
            default -> new Point(1, 0);
        };
    }
}
