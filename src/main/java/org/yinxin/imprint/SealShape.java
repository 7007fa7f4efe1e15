package org.yinxin.imprint;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.Map;
import org.yinxin.shared.SealKind;

/** Form, size and border of an imprint in millimetres, and how its parts are laid out around the middle. */
record SealShape(double widthMm, double heightMm, double border) {

    private static final int MOST_IN_ONE_ARCH = 32;

    private static final Map<SealKind, String> PURPOSES = Map.of(
            SealKind.FINANCE, "财务专用章",
            SealKind.CONTRACT, "合同专用章",
            SealKind.BUSINESS, "业务专用章");

    static SealShape of(ImprintSpec spec) {
        return of(spec.kind(), spec.limitedByShares(), spec.foreignInvested());
    }

    static SealShape of(SealKind kind, boolean limitedByShares, boolean foreignInvested) {
        return switch (kind) {
            case STATUTORY_NAME -> statutory(limitedByShares, foreignInvested);
            case FINANCE, CONTRACT, BUSINESS, OTHER -> new SealShape(38, 38, 1.0);
            case INVOICE -> new SealShape(40, 30, 1.0);
            case LEGAL_REPRESENTATIVE -> new SealShape(20, 20, 1.0);
        };
    }

    private static SealShape statutory(boolean limitedByShares, boolean foreignInvested) {
        if (foreignInvested) {
            return new SealShape(45, 30, 1.0);
        }
        return limitedByShares ? new SealShape(42, 42, 1.2) : new SealShape(40, 40, 1.0);
    }

    /** Everything red, as one area to be filled by the non-zero rule; the origin is the upper left corner. */
    Path2D ink(ImprintSpec spec) {
        Path2D ink = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Lettering lettering = new Lettering(ink);
        switch (spec.kind()) {
            case LEGAL_REPRESENTATIVE -> new NameSeal(ink, lettering, widthMm, border).set(spec.name());
            case INVOICE -> invoice(ink, lettering, spec);
            default -> {
                if (widthMm > heightMm) {
                    foreignInvested(ink, lettering, spec);
                } else {
                    round(ink, lettering, spec);
                }
            }
        }
        ink.transform(AffineTransform.getTranslateInstance(widthMm / 2, heightMm / 2));
        return ink;
    }

    private void round(Path2D ink, Lettering lettering, ImprintSpec spec) {
        ring(ink);
        double radius = widthMm / 2;
        double head = radius - border - radius * 0.062;
        String purpose = PURPOSES.get(spec.kind());
        boolean two = names(lettering, spec, head, radius / 20);
        star(ink, widthMm * (two ? purpose == null ? 0.125 : 0.1 : 0.172), two ? -widthMm * 0.005 : 0);
        if (purpose != null) {
            lettering.line(purpose, 0, radius * (two ? 0.4 : 0.415), two ? 3.2 : 3.6, two ? 3.1 : 3.5, 4.4);
        }
        double codeMiddle = radius - border - 1.75;
        lettering.bowl(spec.code().value(), new Oval(codeMiddle, codeMiddle), 1.46, 2.1, 2.1);
    }

    /** One arch, or two where the name is very long or stands there in two languages: the other language outside. */
    private static boolean names(Lettering lettering, ImprintSpec spec, double head, double scale) {
        NameArch arch = new NameArch(lettering);
        String second = spec.secondName();
        if (second != null) {
            double outer = arch.set(second, head, head, scale, 3.4 * scale, 0);
            double below = head - outer - 0.9 * scale;
            arch.set(spec.name(), below, below, scale, 3.9 * scale, 20);
            return true;
        }
        int count = spec.name().codePointCount(0, spec.name().length());
        if (!Typesetter.even(spec.name()) || count <= MOST_IN_ONE_ARCH) {
            arch.set(spec.name(), head, head, scale, 5.7 * scale, 0);
            return false;
        }
        int cut = spec.name().offsetByCodePoints(0, (int) Math.ceil(count * 0.58));
        double outer = arch.set(spec.name().substring(0, cut), head, head, scale, 3.6 * scale, 30);
        double below = head - outer - 0.9 * scale;
        arch.set(
                spec.name().substring(cut),
                below,
                below,
                scale,
                3.6 * scale,
                PURPOSES.containsKey(spec.kind()) ? -40 : 45);
        return true;
    }

    private void invoice(Path2D ink, Lettering lettering, ImprintSpec spec) {
        ring(ink);
        new NameArch(lettering)
                .set(spec.name(), widthMm / 2 - border - 1.2, heightMm / 2 - border - 1.2, 0.76, 4.4, 18);
        if (spec.taxpayer() != null) {
            lettering.line(spec.taxpayer().value(), 0, 0.2, 1.42, 2.2, 3.6);
        }
        lettering.line("发票专用章", 0, 4.6, 3.6, 3.5, 4.4);
        double below = border + 1.7;
        lettering.bowl(spec.code().value(), new Oval(widthMm / 2 - below, heightMm / 2 - below), 1.4, 2.0, 2.0);
    }

    /** An ellipse without a star: the Chinese name above, the other below, the code on a level line. */
    private void foreignInvested(Path2D ink, Lettering lettering, ImprintSpec spec) {
        ring(ink);
        double a = widthMm / 2 - border - 1.2;
        double b = heightMm / 2 - border - 1.2;
        String second = spec.secondName();
        new NameArch(lettering).set(spec.name(), a, b, 0.86, 4.8, second == null ? 20 : -35);
        if (second == null) {
            lettering.bowl(spec.code().value(), new Oval(a - 0.6, b - 0.6), 1.5, 2.1, 2.1);
            return;
        }
        TextLine line = Typesetter.line(second);
        double ink2 = 2.3;
        Oval middle = new Oval(a - ink2 / 2, b - ink2 / 2);
        double width = Math.min(ink2 / line.height(), middle.circumference() * 0.36 / line.width());
        double em = Math.min(ink2 / line.height(), width / 0.6);
        if (em * line.height() < 1.4) {
            throw new NameDoesNotFitException(second);
        }
        lettering.bowl(line, middle, width, em);
        lettering.line(spec.code().value(), 0, 1.6, 1.7, 2.4, 2.8);
    }

    private void ring(Path2D ink) {
        ink.append(new Arc2D.Double(-widthMm / 2, -heightMm / 2, widthMm, heightMm, 90, 360, Arc2D.OPEN), false);
        ink.closePath();
        ink.append(
                new Arc2D.Double(
                        border - widthMm / 2,
                        border - heightMm / 2,
                        widthMm - 2 * border,
                        heightMm - 2 * border,
                        90,
                        -360,
                        Arc2D.OPEN),
                false);
        ink.closePath();
    }

    private static void star(Path2D ink, double radius, double middle) {
        double notch = radius * Math.sin(Math.toRadians(18)) / Math.sin(Math.toRadians(54));
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? radius : notch;
            double angle = Math.toRadians(36.0 * i);
            if (i == 0) {
                ink.moveTo(0, middle - r);
            } else {
                ink.lineTo(r * Math.sin(angle), middle - r * Math.cos(angle));
            }
        }
        ink.closePath();
    }
}
