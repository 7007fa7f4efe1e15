package org.yinxin.seal.web;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
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
import org.yinxin.seal.SealLife;
import org.yinxin.seal.SuspendedByAnotherBureauException;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

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
            RedirectAttributes redirect) {
        return page("office-seal/intervention", officer, number, intervention, model, redirect);
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
        if (errors.hasErrors() || change) {
            return page("office-seal/intervention", officer, number, intervention, model, redirect);
        }
        if (!form.isConfirmed()) {
            return page("office-seal/confirmation", officer, number, intervention, model, redirect);
        }
        try {
            act(intervention(intervention), officer, SealPages.number(number), form.getReason());
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
            RedirectAttributes redirect) {
        SealPage page = pages.forOfficer(SealPages.number(number));
        if (!intervention(intervention).isPossible(page.seal(), officer.bureau())) {
            redirect.addFlashAttribute("problem", "seal.intervention.not-possible");
            return "redirect:/office/seals/" + number;
        }
        model.addAttribute("page", page).addAttribute("intervention", intervention);
        return view;
    }

    private void act(Intervention intervention, AccountPrincipal officer, SealNumber number, String reason) {
        Bureau bureau = Objects.requireNonNull(officer.bureau());
        switch (intervention) {
            case SUSPENSION -> life.suspend(bureau, officer.personId(), number, reason);
            case RESUMPTION -> life.resume(bureau, officer.personId(), number, reason);
            case REVOCATION -> life.revoke(bureau, officer.personId(), number, reason);
        }
    }

    private static Intervention intervention(String slug) {
        return Intervention.of(slug).orElseThrow(() -> new NotFoundException("Intervention " + slug));
    }
}
