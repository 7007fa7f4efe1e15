package org.yinxin.sealing.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everywhere that one use puts its seal in a document: single imprints in the order in which they were chosen, and
 * perhaps a seam seal.
 */
public record StampPlan(
        List<Placement> placements, @Nullable SeamSeal seam) {

    /** As many imprints as one use may put on one document. */
    public static final int MOST_PLACEMENTS = 100;

    private static final Pattern PLACEMENT = Pattern.compile("(\\d{1,5}),(\\d{1,6}),(\\d{1,6})");

    public StampPlan {
        placements = List.copyOf(placements);
        if (placements.isEmpty() && seam == null) {
            throw new IllegalArgumentException("A plan without any imprint");
        }
        if (placements.size() > MOST_PLACEMENTS) {
            throw new IllegalArgumentException("More than " + MOST_PLACEMENTS + " imprints");
        }
    }

    /** One imprint in one place. */
    public static StampPlan at(Placement placement) {
        return new StampPlan(List.of(placement), null);
    }

    /** Whether every imprint of this size stands on a page that there is, and the seam seal joins pages that there are. */
    public boolean fits(List<PageSize> pages, double widthMm, double heightMm) {
        return placements.stream()
                        .allMatch(
                                at -> at.page() <= pages.size() && at.fits(pages.get(at.page() - 1), widthMm, heightMm))
                && (seam == null || seam.fits(pages, heightMm));
    }

    /** The one form in which it stands in a use's note and in what the use commits to; of one imprint {@code 1,300,2200}. */
    public String text() {
        Stream<String> imprints = placements.stream().map(Placement::text);
        return (seam == null ? imprints : Stream.concat(imprints, Stream.of(seam.text())))
                .collect(Collectors.joining("+"));
    }

    public static Optional<StampPlan> parse(String text) {
        try {
            List<Placement> placements = new ArrayList<>();
            SeamSeal seam = null;
            for (String part : text.split("\\+", -1)) {
                Matcher placement = PLACEMENT.matcher(part);
                if (seam != null) {
                    return Optional.empty();
                } else if (placement.matches()) {
                    placements.add(placement(placement));
                } else {
                    seam = SeamSeal.parse(part);
                }
            }
            return Optional.of(new StampPlan(placements, seam));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Placement placement(Matcher parts) {
        return new Placement(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }
}
