package org.yinxin.seal.web;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.time.Clock;
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
import org.yinxin.authority.SignatureField;
import org.yinxin.authority.SignatureRefusedException;
import org.yinxin.seal.ActivationAct;
import org.yinxin.seal.ActivationObstacle;
import org.yinxin.seal.ActivationRefusedException;
import org.yinxin.seal.Activations;
import org.yinxin.seal.IllegalSealStepException;
import org.yinxin.seal.OwnedSeals;
import org.yinxin.shared.SealNumber;

/** The legal representative sees the seal, accepts the conditions and signs with the seal's key. */
@Controller
@RequestMapping("/seals/{number}/activation")
class ActivationController {

    private static final String PROPOSED = "activation:";
    private static final String SIGNATURE = "signature";
    private static final String OBSTACLE = "seal.activation.obstacle.";

    private final OwnedSeals seals;
    private final SealPages pages;
    private final Activations activations;
    private final MessageSource messages;
    private final Clock clock;

    ActivationController(
            OwnedSeals seals, SealPages pages, Activations activations, MessageSource messages, Clock clock) {
        this.seals = seals;
        this.pages = pages;
        this.activations = activations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @ModelAttribute("form") ActivationForm form,
            HttpSession session,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        SealPage page = pages.forOwner(seals.find(person.personId(), SealPages.number(number)));
        if (!page.mayActivate()) {
            redirect.addFlashAttribute("problem", "seal.activation.not-possible");
            return back(number);
        }
        try {
            String words = messages.getMessage(
                    "seal.activation.words",
                    new Object[] {
                        page.seal().enterpriseName(), page.seal().number().grouped()
                    },
                    locale);
            model.addAttribute("page", page)
                    .addAttribute(
                            "signing",
                            activations.prompt(
                                    person.personId(), page.seal().number(), proposed(session, number), words));
            return "seal/activation";
        } catch (ActivationRefusedException e) {
            redirect.addFlashAttribute("problem", OBSTACLE + e.obstacle());
            return back(number);
        }
    }

    @PostMapping
    String activate(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @Valid @ModelAttribute("form") ActivationForm form,
            BindingResult errors,
            HttpSession session,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        if (!errors.hasErrors()) {
            sign(person, SealPages.number(number), form, errors, session, redirect, locale);
        }
        return errors.hasErrors() ? show(person, number, form, session, model, redirect, locale) : back(number);
    }

    private void sign(
            AccountPrincipal person,
            SealNumber number,
            ActivationForm form,
            BindingResult errors,
            HttpSession session,
            RedirectAttributes redirect,
            Locale locale) {
        if (!(session.getAttribute(PROPOSED + number) instanceof ActivationAct act)) {
            errors.rejectValue(SIGNATURE, OBSTACLE + ActivationObstacle.EXPIRED);
            return;
        }
        try {
            activations.activate(person.personId(), number, act, SignatureField.parse(form.getSignature()));
            session.removeAttribute(PROPOSED + number);
            redirect.addFlashAttribute("notice", messages.getMessage("seal.activation.done", null, locale));
        } catch (SignatureRefusedException e) {
            errors.rejectValue(SIGNATURE, e.refusal().messageKey());
        } catch (ActivationRefusedException e) {
            session.removeAttribute(PROPOSED + number);
            errors.rejectValue(SIGNATURE, OBSTACLE + e.obstacle());
        } catch (IllegalSealStepException e) {
            redirect.addFlashAttribute("problem", "seal.activation.not-possible");
        }
    }

    /** What was shown to the owner to sign, until it has run out. */
    private ActivationAct proposed(HttpSession session, String number) {
        if (session.getAttribute(PROPOSED + number) instanceof ActivationAct act
                && clock.instant().isBefore(act.expiry())) {
            return act;
        }
        ActivationAct fresh = ActivationAct.propose(clock.instant());
        session.setAttribute(PROPOSED + number, fresh);
        return fresh;
    }

    private static String back(String number) {
        return "redirect:/seals/" + number;
    }
}
