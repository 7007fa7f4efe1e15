package org.yinxin.seal.web;

import jakarta.validation.Valid;
import java.util.Locale;
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
import org.yinxin.seal.SealLife;
import org.yinxin.shared.SealNumber;

/** The legal representative sees the seal, accepts the conditions and takes it into use. */
@Controller
@RequestMapping("/seals/{number}/activation")
class ActivationController {

    private final OwnedSeals seals;
    private final SealPages pages;
    private final SealLife life;
    private final MessageSource messages;

    ActivationController(OwnedSeals seals, SealPages pages, SealLife life, MessageSource messages) {
        this.seals = seals;
        this.pages = pages;
        this.life = life;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @ModelAttribute("form") ActivationForm form,
            Model model) {
        SealPage page = pages.forOwner(seals.find(person.personId(), SealPages.number(number)));
        model.addAttribute("page", page);
        return page.mayActivate() ? "seal/activation" : "redirect:/seals/" + number;
    }

    @PostMapping
    String activate(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @Valid @ModelAttribute("form") ActivationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        SealNumber seal = SealPages.number(number);
        if (errors.hasErrors()) {
            return show(person, number, form, model);
        }
        try {
            life.activate(person.personId(), seal);
            redirect.addFlashAttribute("notice", messages.getMessage("seal.activation.done", null, locale));
        } catch (IllegalSealStepException e) {
            redirect.addFlashAttribute("problem", "seal.activation.not-possible");
        }
        return "redirect:/seals/" + number;
    }
}
