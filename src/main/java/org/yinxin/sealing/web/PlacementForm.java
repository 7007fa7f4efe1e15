package org.yinxin.sealing.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.Placement;

/** Where the imprint shall stand, as typed: a page and two distances in millimetres. */
public record PlacementForm(
        @Nullable String page,
        @Nullable String left,
        @Nullable String top) {

    static PlacementForm of(Placement placement) {
        return new PlacementForm(
                String.valueOf(placement.page()), millimetres(placement.left()), millimetres(placement.top()));
    }

    /** The page typed, if the document has it. */
    OptionalInt pageOf(DraftView draft) {
        try {
            int number = Integer.parseInt(page == null ? "" : page.strip());
            return number >= 1 && number <= draft.pages().size() ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** The placement typed; errors are told to {@code errors}. */
    @Nullable
    Placement read(DraftView draft, double widthMm, double heightMm, BindingResult errors) {
        OptionalInt number = pageOf(draft);
        if (number.isEmpty()) {
            errors.rejectValue(
                    "page",
                    "stamping.placement.error.page",
                    new Object[] {draft.pages().size()},
                    null);
        }
        OptionalInt x = tenths(left);
        OptionalInt y = tenths(top);
        if (x.isEmpty()) {
            errors.rejectValue("left", "stamping.placement.error.left");
        }
        if (y.isEmpty()) {
            errors.rejectValue("top", "stamping.placement.error.top");
        }
        if (errors.hasErrors()) {
            return null;
        }
        Placement placement = new Placement(number.getAsInt(), x.getAsInt(), y.getAsInt());
        PageSize size = draft.pages().get(number.getAsInt() - 1);
        if (!placement.fits(size, widthMm, heightMm)) {
            boolean tooWide = placement.left() < 0 || placement.leftMm() + widthMm > size.widthMm();
            double most = Math.max(0, tooWide ? size.widthMm() - widthMm : size.heightMm() - heightMm);
            errors.rejectValue(
                    tooWide ? "left" : "top",
                    tooWide ? "stamping.placement.error.left-outside" : "stamping.placement.error.top-outside",
                    new Object[] {BigDecimal.valueOf(most).setScale(1, RoundingMode.DOWN)},
                    null);
            return null;
        }
        return placement;
    }

    static String millimetres(int tenths) {
        return BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
    }

    private static OptionalInt tenths(@Nullable String typed) {
        try {
            BigDecimal number =
                    new BigDecimal(typed == null ? "" : typed.strip().replace(',', '.'));
            return OptionalInt.of(
                    number.movePointRight(1).setScale(0, RoundingMode.HALF_UP).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
