package org.yinxin.sealing.ofd.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The text of one page, put together from its runs in three ways, as those who write OFD cut and order their text as they
 * like: as it comes, as it stands in lines, and single characters one under the other.
 */
record PageText(List<Run> runs) {

    private static final int ANGLES = 180;
    private static final Point DOWN = new Point(0, 1);

    /** Characters that belong together; a word is found within one of them only. */
    Stream<List<Glyph>> passages() {
        List<Run> single = runs.stream()
                .filter(run -> run.glyphs().size() == 1)
                .map(run -> new Run(run.glyphs(), DOWN))
                .toList();
        return Stream.of(asTheyCome(), inLines(runs), inLines(single)).flatMap(List::stream);
    }

    private List<List<Glyph>> asTheyCome() {
        List<List<Glyph>> passages = new ArrayList<>();
        Run before = null;
        for (Run run : runs) {
            if (before == null || !before.isFollowedBy(run)) {
                passages.add(new ArrayList<>());
            }
            passages.getLast().addAll(run.glyphs());
            before = run;
        }
        return passages;
    }

    private static List<List<Glyph>> inLines(List<Run> runs) {
        Map<Long, List<Run>> byAngle = new LinkedHashMap<>();
        for (Run run : runs) {
            double angle = Math.atan2(run.direction().y(), run.direction().x());
            byAngle.computeIfAbsent(Math.round(angle / Math.PI * ANGLES) % (2L * ANGLES), any -> new ArrayList<>())
                    .add(run);
        }
        return byAngle.values().stream()
                .flatMap(same -> lines(same, same.getFirst().direction()))
                .flatMap(Function.identity())
                .toList();
    }

    /** Sweeps across the direction: a line ends where the next base line lies further away than the letters allow. */
    private static Stream<Stream<List<Glyph>>> lines(List<Run> runs, Point direction) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingDouble(run -> run.first().origin().across(direction)));
        List<List<Glyph>> lines = new ArrayList<>();
        double base = 0;
        for (Run run : sorted) {
            double across = run.first().origin().across(direction);
            if (lines.isEmpty() || across - base > run.first().size() * 0.4) {
                lines.add(new ArrayList<>());
                base = across;
            }
            lines.getLast().addAll(run.glyphs());
        }
        return lines.stream().map(line -> passages(line, direction).stream());
    }

    private static List<List<Glyph>> passages(List<Glyph> line, Point direction) {
        line.sort(Comparator.comparingDouble(glyph -> glyph.origin().along(direction)));
        List<List<Glyph>> passages = new ArrayList<>();
        Glyph before = null;
        for (Glyph glyph : line) {
            if (before != null && glyph.doubles(before)) {
                continue;
            }
            if (before == null || !Run.isFollowedBy(before, glyph, direction)) {
                passages.add(new ArrayList<>());
            }
            passages.getLast().add(glyph);
            before = glyph;
        }
        return passages;
    }
}
