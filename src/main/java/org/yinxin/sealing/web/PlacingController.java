package org.yinxin.sealing.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DocumentKind;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.Drafts;
import org.yinxin.sealing.PreparedField;
import org.yinxin.sealing.StampableSeals;
import org.yinxin.sealing.plan.Placement;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.sealing.plan.TextHit;

/**
 * Where the seal shall stand. What was typed goes with every button, so that without scripts the page can be changed and
 * shown again as often as wanted before going on.
 */
@Controller
@RequestMapping("/stamping/drafts/{id}/placement")
class PlacingController {

    private final Drafts drafts;
    private final StampableSeals stampable;
    private final WordSearch words;
    private final SeamChoices seams;

    PlacingController(Drafts drafts, StampableSeals stampable, WordSearch words, SeamChoices seams) {
        this.drafts = drafts;
        this.stampable = stampable;
        this.words = words;
        this.seams = seams;
    }

    @GetMapping
    String placement(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer page,
            Model model) {
        DraftView draft = drafts.of(person.personId(), id);
        SealView seal = stampable.of(person.personId(), draft.seal());
        int last = draft.pages().size();
        int wanted = page == null ? last : Math.clamp(page, 1, last);
        StampPlan plan = draft.plan() == null ? StampPlan.at(Sheet.usual(draft, seal, wanted)) : draft.plan();
        int shown = page != null || plan.placements().isEmpty()
                ? wanted
                : plan.placements().getFirst().page();
        return page(draft, seal, PlanForm.of(draft, seal, plan, shown), List.of(), null, model);
    }

    @PostMapping
    String place(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "continue") String action,
            @ModelAttribute("form") PlanForm form,
            Model model) {
        DraftView draft = drafts.of(person.personId(), id);
        SealView seal = stampable.of(person.personId(), draft.seal());
        String[] command = action.split(":", 2);
        int number = command.length < 2
                ? 0
                : Typed.number(command[1], Integer.MAX_VALUE).orElse(0);
        return switch (command[0]) {
            case "add" -> {
                Placement another = another(draft, seal, form);
                yield page(draft, seal, form.with(List.of(another)), List.of(), null, model);
            }
            case "remove" -> page(draft, seal, form.without(number - 1), List.of(), null, model);
            case "page" -> page(draft, seal, form.showing(number), List.of(), null, model);
            case "find" -> find(draft, seal, form, model);
            case "field" -> fill(draft, seal, form, model);
            case "show" -> show(draft, seal, form, model);
            default -> goOn(draft, seal, form, model);
        };
    }

    private String find(DraftView draft, SealView seal, PlanForm form, Model model) {
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        WordSearch.Found found = words.search(draft, seal, form, errors);
        if (errors.hasErrors()) {
            return page(draft, seal, form, found.hits(), errors, model);
        }
        boolean untouched = draft.plan() == null
                && form.at().equals(List.of(PlacementForm.of(Sheet.usual(draft, seal, form.shownPage(draft)))));
        PlanForm placed = (untouched ? form.withoutPlaces() : form)
                .with(found.places())
                .showing(found.places().getFirst().page());
        return page(draft, seal, placed, found.hits(), null, model);
    }

    /** Puts the first seal into the chosen signature field. */
    private String fill(DraftView draft, SealView seal, PlanForm form, Model model) {
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        PreparedField field = new PlanReading(draft, seal, errors).field(form);
        if (field == null) {
            return page(draft, seal, form, List.of(), errors, model);
        }
        PlanForm filled =
                form.withFirst(field.centred(seal.widthMm(), seal.heightMm())).showing(field.page());
        return page(draft, seal, filled, List.of(), null, model);
    }

    private String show(DraftView draft, SealView seal, PlanForm form, Model model) {
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        List<@Nullable Placement> places =
                new PlanReading(draft, seal, errors).read(form).places();
        int shown = form.shownPage(draft);
        List<Integer> stamped =
                places.stream().filter(Objects::nonNull).map(Placement::page).toList();
        int page = stamped.isEmpty() || stamped.contains(shown) ? shown : stamped.getLast();
        PlanForm showing = form.showing(page);
        BindingResult told = new BeanPropertyBindingResult(showing, "form");
        told.addAllErrors(errors);
        return page(draft, seal, showing, List.of(), told, model);
    }

    private String goOn(DraftView draft, SealView seal, PlanForm form, Model model) {
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        PlanReading.Understood understood = new PlanReading(draft, seal, errors).read(form);
        if (errors.hasErrors()) {
            return page(draft, seal, form, List.of(), errors, model);
        }
        List<Placement> places = understood.places().stream()
                .<Placement>mapMulti((place, next) -> {
                    if (place != null) {
                        next.accept(place);
                    }
                })
                .toList();
        String field = form.field() == null || form.field().isEmpty() ? null : form.field();
        drafts.place(draft.personId(), draft.id(), new StampPlan(places, understood.seam()), field);
        return "redirect:/stamping/drafts/" + draft.id() + "/" + (draft.purpose() == null ? "purpose" : "check");
    }

    /** Where a further seal is put first: not exactly on one that is there. */
    private static Placement another(DraftView draft, SealView seal, PlanForm form) {
        Placement usual = Sheet.usual(draft, seal, form.shownPage(draft));
        return Stream.iterate(
                        usual,
                        at -> new Placement(at.page(), Math.max(0, at.left() - 100), Math.max(0, at.top() - 100)))
                .limit(StampPlan.MOST_PLACEMENTS)
                .filter(at -> !form.at().contains(PlacementForm.of(at)))
                .findFirst()
                .orElse(usual);
    }

    private String page(
            DraftView draft,
            SealView seal,
            PlanForm form,
            List<TextHit> hits,
            @Nullable BindingResult errors,
            Model model) {
        BindingResult told = errors == null ? new BeanPropertyBindingResult(form, "form") : errors;
        PlanReading.Understood understood =
                new PlanReading(draft, seal, new BeanPropertyBindingResult(form, "form")).read(form);
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", told);
        model.addAttribute("draft", draft);
        model.addAttribute("seal", seal);
        model.addAttribute(
                "sheet", Sheet.of(draft, seal, form.shownPage(draft), understood.places(), understood.seam(), hits));
        model.addAttribute("hits", hits);
        model.addAttribute("strips", Strip.preview(draft, seal, understood.seam()));
        model.addAttribute(
                "stripsInAll",
                understood.seam() == null ? 0 : understood.seam().slices().size());
        model.addAttribute("seamAllowed", draft.kind() == DocumentKind.OFD || draft.signatures() == 0);
        seams.addTo(model);
        return "stamping/placement";
    }
}
