package org.yinxin.sealing.ofd.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.yinxin.sealing.ofd.OfdPage;
import org.yinxin.sealing.ofd.XmlElement;

/** The words of a page in the order of reading, line by line, for those who listen instead of look. */
final class PageWords {

    private static final int DEEPEST = 24;
    /** Pieces whose feet are this near, in shares of their size, stand on one line. */
    private static final double ONE_LINE = 0.5;

    private final Budget budget;
    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(double x, double y, double size, String text) {}

    private PageWords(Budget budget) {
        this.budget = budget;
    }

    static String of(Book book, OfdPage page, Budget budget) {
        PageWords words = new PageWords(budget);
        XmlElement content = book.content(page);
        for (XmlElement use : content.children("Template")) {
            XmlElement template = book.template(use.attribute("TemplateID"));
            if (template != null) {
                words.layers(template);
            }
        }
        words.layers(content);
        return words.lines();
    }

    private void layers(XmlElement page) {
        XmlElement content = page.child("Content");
        if (content != null) {
            content.children("Layer").forEach(layer -> take(layer, 0));
        }
    }

    private void take(XmlElement block, int depth) {
        if (depth > DEEPEST) {
            throw new TooCostlyException();
        }
        for (XmlElement object : block.children()) {
            budget.object();
            if (object.name().equals("PageBlock")) {
                take(object, depth + 1);
            } else if (object.name().equals("TextObject") && Numbers.flag(object.attribute("Visible"), true)) {
                text(object);
            }
        }
    }

    private void text(XmlElement object) {
        AffineTransform place = Transforms.place(object);
        double size = Numbers.number(object.attribute("Size"), 0) * Math.abs(place.getScaleY());
        Point2D foot = new Point2D.Double();
        for (XmlElement code : object.children("TextCode")) {
            foot.setLocation(
                    Numbers.number(code.attribute("X"), foot.getX()), Numbers.number(code.attribute("Y"), foot.getY()));
            Point2D at = place.transform(foot, null);
            if (!code.rawText().isBlank()) {
                pieces.add(new Piece(at.getX(), at.getY(), size, code.rawText().strip()));
            }
        }
    }

    private String lines() {
        pieces.sort(Comparator.comparingDouble(Piece::y));
        List<List<Piece>> lines = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece above = lines.isEmpty() ? null : lines.getLast().getFirst();
            boolean same = above != null
                    && piece.y() - above.y() < ONE_LINE * Math.max(1, Math.min(piece.size(), above.size()));
            if (!same) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(piece);
        }
        return lines.stream().map(PageWords::line).collect(Collectors.joining("\n"));
    }

    /** Pieces that follow each other closely are one word, as writers set single characters. */
    private static String line(List<Piece> pieces) {
        pieces.sort(Comparator.comparingDouble(Piece::x));
        StringBuilder line = new StringBuilder();
        Piece before = null;
        for (Piece piece : pieces) {
            double gap = before == null
                    ? 0
                    : piece.x() - before.x() - before.size() * before.text().length();
            line.append(before != null && gap > piece.size() * ONE_LINE ? " " : "")
                    .append(piece.text());
            before = piece;
        }
        return line.toString();
    }
}
