package org.yinxin.sealing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DocumentKind;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.PreparedField;
import org.yinxin.sealing.plan.PageSize;
import org.yinxin.sealing.plan.PageSpan;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.SeamSeal;
import org.yinxin.sealing.plan.SeamSeal.Edge;
import org.yinxin.sealing.plan.SeamSeal.Parity;
import org.yinxin.sealing.plan.StampPlan;

/** Understands what was typed on the placing page, field by field, and says what is wrong with it. */
final class PlanReading {

    private final DraftView draft;
    private final SealView seal;
    private final Errors errors;

    PlanReading(DraftView draft, SealView seal, Errors errors) {
        this.draft = draft;
        this.seal = seal;
        this.errors = errors;
    }

    /** What can be understood, for showing it: absent for places that cannot. */
    record Understood(
            List<@Nullable Placement> places, @Nullable SeamSeal seam) {}

    Understood read(PlanForm form) {
        List<@Nullable Placement> places = new ArrayList<>();
        for (int i = 0; i < form.at().size() && i <= StampPlan.MOST_PLACEMENTS; i++) {
            places.add(placement(form.at().get(i), "at[" + i + "]."));
        }
        if (form.at().size() > StampPlan.MOST_PLACEMENTS) {
            errors.reject("stamping.placement.error.many", new Object[] {StampPlan.MOST_PLACEMENTS}, null);
        }
        SeamSeal seam = form.seam().isWanted() ? seam(form.seam()) : null;
        if (seam != null && draft.kind() == DocumentKind.PDF && draft.signatures() > 0) {
            errors.rejectValue("seam.wanted", "stamping.refusal.seam-after-signature");
        }
        PreparedField field = field(form);
        if (field != null
                && (places.isEmpty()
                        || places.getFirst() != null
                                && !field.holds(places.getFirst(), seal.widthMm(), seal.heightMm()))) {
            errors.rejectValue("field", "stamping.field.error.outside");
        }
        if (places.isEmpty() && !form.seam().isWanted()) {
            errors.reject("stamping.placement.error.nowhere");
        }
        return new Understood(places, seam);
    }

    /** The signature field that was chosen, if it is there and large enough. */
    @Nullable
    PreparedField field(PlanForm form) {
        if (form.field() == null || form.field().isEmpty()) {
            return null;
        }
        PreparedField field = draft.fields().stream()
                .filter(one -> one.name().equals(form.field()))
                .findFirst()
                .orElse(null);
        if (field == null) {
            errors.rejectValue("field", "stamping.refusal.field-not-found");
            return null;
        }
        if (!field.holds(draft.pages().get(field.page() - 1), seal.widthMm(), seal.heightMm())) {
            errors.rejectValue("field", "stamping.refusal.field-too-small");
            return null;
        }
        return field;
    }

    private @Nullable Placement placement(PlacementForm typed, String field) {
        OptionalInt page = page(typed.page(), field + "page");
        OptionalInt left = distance(typed.left(), field + "left", "stamping.placement.error.left");
        OptionalInt top = distance(typed.top(), field + "top", "stamping.placement.error.top");
        if (page.isEmpty() || left.isEmpty() || top.isEmpty()) {
            return null;
        }
        Placement placement = new Placement(page.getAsInt(), left.getAsInt(), top.getAsInt());
        PageSize size = draft.pages().get(page.getAsInt() - 1);
        if (placement.fits(size, seal.widthMm(), seal.heightMm())) {
            return placement;
        }
        boolean tooWide = placement.left() < 0 || placement.leftMm() + seal.widthMm() > size.widthMm() + 0.05;
        errors.rejectValue(
                field + (tooWide ? "left" : "top"),
                tooWide ? "stamping.placement.error.left-outside" : "stamping.placement.error.top-outside",
                new Object[] {
                    tooWide ? Typed.most(size.widthMm(), seal.widthMm()) : Typed.most(size.heightMm(), seal.heightMm())
                },
                null);
        return null;
    }

    private @Nullable SeamSeal seam(SeamForm typed) {
        OptionalInt from = page(typed.from(), "seam.from");
        OptionalInt to = page(typed.to(), "seam.to");
        OptionalInt top = distance(typed.top(), "seam.top", "stamping.placement.error.top");
        Edge edge = chosen(Edge.class, typed.edge(), "seam.edge");
        Parity parity = chosen(Parity.class, typed.parity(), "seam.parity");
        if (from.isEmpty() || to.isEmpty() || top.isEmpty() || edge == null || parity == null) {
            return null;
        }
        if (to.getAsInt() <= from.getAsInt()) {
            errors.rejectValue("seam.to", "stamping.seam.error.order");
            return null;
        }
        SeamSeal seam = new SeamSeal(new PageSpan(from.getAsInt(), to.getAsInt()), edge, parity, top.getAsInt());
        double lowest = seam.slices().stream()
                .mapToDouble(slice -> draft.pages().get(slice.page() - 1).heightMm())
                .min()
                .orElse(0);
        if (top.getAsInt() < 0 || seam.topMm() + seal.heightMm() > lowest + 0.05) {
            errors.rejectValue(
                    "seam.top",
                    "stamping.placement.error.top-outside",
                    new Object[] {Typed.most(lowest, seal.heightMm())},
                    null);
            return null;
        }
        if (!seam.fits(draft.pages(), seal.heightMm())) {
            errors.rejectValue("seam.parity", "stamping.seam.error.too-few");
            return null;
        }
        return seam;
    }

    private OptionalInt page(@Nullable String typed, String field) {
        int pages = draft.pages().size();
        OptionalInt page = Typed.number(typed, pages);
        if (page.isEmpty()) {
            errors.rejectValue(field, "stamping.placement.error.page", new Object[] {pages}, null);
        }
        return page;
    }

    private OptionalInt distance(@Nullable String typed, String field, String error) {
        OptionalInt distance = Typed.tenths(typed);
        if (distance.isEmpty()) {
            errors.rejectValue(field, error);
        }
        return distance;
    }

    private <E extends Enum<E>> @Nullable E chosen(Class<E> choices, @Nullable String typed, String field) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(typed)) {
                return choice;
            }
        }
        errors.rejectValue(field, "stamping.seam.error.choose");
        return null;
    }
}
