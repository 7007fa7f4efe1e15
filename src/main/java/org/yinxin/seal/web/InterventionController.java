package org.yinxin.seal.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.seal.IllegalSealStepException;
import org.yinxin.seal.RevocationGround;
import org.yinxin.seal.SealLife;
import org.yinxin.seal.SuspendedByAnotherBureauException;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.Option;

/** An officer gives the reason, looks at it once more, and suspends, resumes or revokes a seal. */
@Controller
@RequestMapping("/office/seals/{number}/{intervention:suspension|resumption|revocation}")
class InterventionController {

    private final SealPages pages;
    private final SealLife life;
    private final MessageSource messages;

    InterventionController(SealPages pages, SealLife life, MessageSource messages) {
        this.pages = pages;
        this.life = life;
        this.messages = messages;
    }

    @GetMapping
    String ask(
            @AuthenticationPrincipal AccountPrincipal officer,
            @PathVariable String number,
            @PathVariable String intervention,
            @ModelAttribute("form") InterventionForm form,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        return page("office-seal/intervention", officer, number, intervention, model, redirect, locale);
    }

    @PostMapping
    String decide(
            @AuthenticationPrincipal AccountPrincipal officer,
            @PathVariable String number,
            @PathVariable String intervention,
            @Valid @ModelAttribute("form") InterventionForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean change,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Optional<RevocationGround> ground = RevocationGround.of(form.getGround());
        if (intervention(intervention) == Intervention.REVOCATION && ground.isEmpty()) {
            errors.rejectValue("ground", "seal.revocation-ground.missing");
        }
        if (errors.hasErrors() || change) {
            return page("office-seal/intervention", officer, number, intervention, model, redirect, locale);
        }
        if (!form.isConfirmed()) {
            return page("office-seal/confirmation", officer, number, intervention, model, redirect, locale);
        }
        try {
            act(intervention(intervention), officer, SealPages.number(number), ground, form.getReason());
            redirect.addFlashAttribute(
                    "notice", messages.getMessage("seal.intervention." + intervention + ".done", null, locale));
        } catch (IllegalSealStepException | SuspendedByAnotherBureauException e) {
            redirect.addFlashAttribute("problem", "seal.intervention.not-possible");
        }
        return "redirect:/office/seals/" + number;
    }

    private String page(
            String view,
            AccountPrincipal officer,
            String number,
            String intervention,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        SealPage page = pages.forOfficer(SealPages.number(number));
        if (!intervention(intervention).isPossible(page.seal(), officer.bureau())) {
            redirect.addFlashAttribute("problem", "seal.intervention.not-possible");
            return "redirect:/office/seals/" + number;
        }
        model.addAttribute("page", page)
                .addAttribute("intervention", intervention)
                .addAttribute("grounds", grounds(locale));
        return view;
    }

    private List<Option> grounds(Locale locale) {
        return Stream.of(RevocationGround.values())
                .map(ground -> new Option(
                        ground.name(),
                        messages.getMessage("seal.revocation-ground." + ground, null, locale),
                        messages.getMessage("seal.revocation-ground.hint." + ground, null, locale)))
                .toList();
    }

    private void act(
            Intervention intervention,
            AccountPrincipal officer,
            SealNumber number,
            Optional<RevocationGround> ground,
            String reason) {
        Bureau bureau = Objects.requireNonNull(officer.bureau());
        switch (intervention) {
            case SUSPENSION -> life.suspend(bureau, officer.personId(), number, reason);
            case RESUMPTION -> life.resume(bureau, officer.personId(), number, reason);
            case REVOCATION -> life.revoke(bureau, officer.personId(), number, ground.orElseThrow(), reason);
        }
    }

    private static Intervention intervention(String slug) {
        return Intervention.of(slug).orElseThrow(() -> new NotFoundException("Intervention " + slug));
    }
}
