package org.yinxin.sealing.web;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DraftInUseException;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.Drafts;
import org.yinxin.sealing.StampResult;
import org.yinxin.sealing.StampableSeals;
import org.yinxin.sealing.Stamping;
import org.yinxin.sealing.UndrawablePageException;
import org.yinxin.sealing.plan.StampPlan;

/** From the uploaded document to the confirmed stamping: one thing per page. */
@Controller
@RequestMapping("/stamping/drafts/{id}")
class StampingDraftController {

    private static final int LARGE = 1240;
    private static final int SMALL = 150;

    private final Drafts drafts;
    private final StampableSeals stampable;
    private final Stamping stamping;

    StampingDraftController(Drafts drafts, StampableSeals stampable, Stamping stamping) {
        this.drafts = drafts;
        this.stampable = stampable;
        this.stamping = stamping;
    }

    /** Resumes where the person left off. */
    @GetMapping
    String resume(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id) {
        DraftView draft = drafts.of(person.personId(), id);
        return draft.beingStamped() ? "redirect:/stamping" : "redirect:/stamping/drafts/" + id + "/" + nextPage(draft);
    }

    @GetMapping("/purpose")
    String purpose(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, Model model) {
        DraftView draft = drafts.of(person.personId(), id);
        model.addAttribute("form", new PurposeForm(draft.purpose()));
        model.addAttribute("draft", draft);
        return "stamping/purpose";
    }

    @PostMapping("/purpose")
    String state(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PurposeForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) {
            model.addAttribute("draft", drafts.of(person.personId(), id));
            return "stamping/purpose";
        }
        drafts.state(person.personId(), id, Objects.requireNonNull(form.purpose()));
        return "redirect:/stamping/drafts/" + id + "/check";
    }

    @GetMapping("/check")
    String check(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, Model model) {
        DraftView draft = drafts.of(person.personId(), id);
        String next = nextPage(draft);
        if (!next.equals("check")) {
            return "redirect:/stamping/drafts/" + id + "/" + next;
        }
        return answers(person, draft, model);
    }

    @PostMapping("/check")
    String confirm(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, Model model) {
        DraftView draft = drafts.of(person.personId(), id);
        if (!nextPage(draft).equals("check")) {
            return "redirect:/stamping/drafts/" + id;
        }
        return switch (stamping.stamp(person.personId(), id)) {
            case StampResult.Stamped stamped -> "redirect:/stamping/uses/" + stamped.code();
            case StampResult.Impossible impossible -> {
                model.addAttribute("impossible", impossible.reason().key());
                yield answers(person, draft, model);
            }
            case StampResult.NotNow notNow -> {
                model.addAttribute("obstacle", notNow.obstacle().key());
                yield answers(person, draft, model);
            }
        };
    }

    @GetMapping("/discard")
    String askToDiscard(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, Model model) {
        model.addAttribute("draft", drafts.of(person.personId(), id));
        return "stamping/discard";
    }

    @PostMapping("/discard")
    String discard(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id) {
        drafts.discard(person.personId(), id);
        return "redirect:/stamping";
    }

    @GetMapping("/pages/{page}/{size:large|small}.png")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable UUID id,
            @PathVariable int page,
            @PathVariable String size) {
        byte[] png = drafts.page(person.personId(), id, page, "large".equals(size) ? LARGE : SMALL);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(30)).cachePrivate())
                .body(png);
    }

    /** Sent twice, or changed in another window: what the first is becoming is shown. */
    @ExceptionHandler(DraftInUseException.class)
    String alreadyBeingStamped(DraftInUseException twice, @AuthenticationPrincipal AccountPrincipal person) {
        return drafts.becoming(person.personId(), twice.draft())
                .map(code -> "redirect:/stamping/uses/" + code)
                .orElse("redirect:/stamping");
    }

    /** A page that cannot be drawn can still be stamped; its picture is merely missing. */
    @ExceptionHandler(UndrawablePageException.class)
    ResponseEntity<Void> notDrawable() {
        return ResponseEntity.notFound().build();
    }

    private static String nextPage(DraftView draft) {
        if (draft.plan() == null) {
            return "placement";
        }
        return draft.purpose() == null ? "purpose" : "check";
    }

    private String answers(AccountPrincipal person, DraftView draft, Model model) {
        SealView seal = stampable.of(person.personId(), draft.seal());
        StampPlan plan = Objects.requireNonNull(draft.plan());
        model.addAttribute("draft", draft);
        model.addAttribute("seal", seal);
        model.addAttribute("places", PlanWords.places(plan));
        model.addAttribute("seam", PlanWords.seam(plan));
        model.addAttribute("sheets", Sheets.stamped(draft, seal, plan));
        model.addAttribute("strips", Strip.preview(draft, seal, plan.seam()));
        model.addAttribute(
                "stripsInAll", plan.seam() == null ? 0 : plan.seam().slices().size());
        return "stamping/check";
    }
}
