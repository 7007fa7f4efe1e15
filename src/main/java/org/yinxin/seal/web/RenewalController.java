package org.yinxin.seal.web;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.seal.IllegalSealStepException;
import org.yinxin.seal.OwnedSeals;
import org.yinxin.seal.RenewalObstacle;
import org.yinxin.seal.RenewalRefusedException;
import org.yinxin.seal.SealRenewals;
import org.yinxin.seal.SealView;

/** The legal representative renews a seal before its period ends. */
@Controller
@RequestMapping("/seals/{number}/renewal")
class RenewalController {

    private static final String OBSTACLE = "seal.renewal.obstacle.";

    private final OwnedSeals seals;
    private final SealRenewals renewals;
    private final SealPages pages;
    private final MessageSource messages;

    RenewalController(OwnedSeals seals, SealRenewals renewals, SealPages pages, MessageSource messages) {
        this.seals = seals;
        this.renewals = renewals;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @ModelAttribute("form") ActivationForm form,
            Model model,
            RedirectAttributes redirect) {
        SealView seal = seals.find(person.personId(), SealPages.number(number));
        Optional<RenewalObstacle> obstacle = renewals.obstacle(seal);
        if (obstacle.isPresent()) {
            redirect.addFlashAttribute("problem", OBSTACLE + obstacle.get());
            return "redirect:/seals/" + number;
        }
        model.addAttribute("page", pages.forOwner(seal));
        return "seal/renewal";
    }

    @PostMapping
    String renew(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @Valid @ModelAttribute("form") ActivationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        if (errors.hasErrors()) {
            return show(person, number, form, model, redirect);
        }
        try {
            renewals.renew(person.personId(), SealPages.number(number));
            redirect.addFlashAttribute("notice", messages.getMessage("seal.renewal.done", null, locale));
        } catch (RenewalRefusedException e) {
            redirect.addFlashAttribute("problem", OBSTACLE + e.obstacle());
        } catch (IllegalSealStepException e) {
            redirect.addFlashAttribute("problem", "seal.activation.not-possible");
        }
        return "redirect:/seals/" + number;
    }
}
