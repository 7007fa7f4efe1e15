package org.yinxin.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Confirmations;
import org.yinxin.account.Origin;
import org.yinxin.authority.EnrolmentChallenge;
import org.yinxin.authority.KeyEnrolment;
import org.yinxin.authority.KeyMethod;
import org.yinxin.authority.KeyRefusedException;
import org.yinxin.authority.KeyView;
import org.yinxin.site.RateLimits;

/** Enrolling a machine's key: its public half, and a signature that only the private half can make. */
@Controller
@RequestMapping(MachineKeyController.PATH)
class MachineKeyController {

    static final String PATH = KeysController.PATH + "/machine";

    private static final String TYPED = "machine-key-typed";
    private static final String MAKING = """
            openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out machine.pem
            openssl pkey -in machine.pem -pubout -out machine.pub""";
    private static final String SIGNING =
            "printf '%%s' '%s' | openssl dgst -sha256 -sign machine.pem | openssl base64 -A";

    private final KeyEnrolment enrolment;
    private final OpenChallenges challenges;
    private final Confirmations confirmations;
    private final RateLimits limits;
    private final MessageSource messages;
    private final Clock clock;

    MachineKeyController(
            KeyEnrolment enrolment,
            OpenChallenges challenges,
            Confirmations confirmations,
            RateLimits limits,
            MessageSource messages,
            Clock clock) {
        this.enrolment = enrolment;
        this.challenges = challenges;
        this.confirmations = confirmations;
        this.limits = limits;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String form(@AuthenticationPrincipal AccountPrincipal person, HttpServletRequest request, Model model) {
        Asking.demandCitizen(person);
        confirmations.demand(request, person.personId(), PATH);
        model.addAttribute("form", typedBefore(request));
        return page(person, request, model);
    }

    @PostMapping
    String enrol(
            @AuthenticationPrincipal AccountPrincipal person,
            @ModelAttribute("form") MachineKeyForm form,
            BindingResult errors,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect,
            Model model) {
        Asking.demandCitizen(person);
        if (!confirmations.holds(request, person.personId()) && form.isShort()) {
            request.getSession().setAttribute(TYPED, form);
        }
        confirmations.demand(request, person.personId(), PATH);
        Asking.count(limits, person);
        EnrolmentChallenge challenge = challenges.look(request, KeyMethod.MACHINE);
        try {
            KeyView key = enrolment.machine(
                    person.personId(), form.label(), form.publicKey(), form.proof(), challenge, Origin.of(request));
            challenges.take(request, KeyMethod.MACHINE);
            redirect.addFlashAttribute(
                    "notice", messages.getMessage("authority.enrol.done", new Object[] {key.label()}, locale));
            return "redirect:" + KeysController.PATH;
        } catch (KeyRefusedException e) {
            KeyRefusals.explain(e.refusal(), errors);
            return page(person, request, model);
        }
    }

    /** What was typed before the password was asked for. */
    private static MachineKeyForm typedBefore(HttpServletRequest request) {
        HttpSession session = request.getSession();
        MachineKeyForm typed = session.getAttribute(TYPED) instanceof MachineKeyForm form ? form : null;
        session.removeAttribute(TYPED);
        return typed == null ? new MachineKeyForm("", "", "") : typed;
    }

    /** Somebody who goes and signs on another machine must find the same challenge again. */
    private String page(AccountPrincipal person, HttpServletRequest request, Model model) {
        Asking.demandCitizen(person);
        EnrolmentChallenge challenge = challenges.look(request, KeyMethod.MACHINE);
        if (challenge == null
                || !challenge.personId().equals(person.personId())
                || !clock.instant().isBefore(challenge.until())) {
            challenge = enrolment.challenge(person.personId());
            challenges.put(request, KeyMethod.MACHINE, challenge);
        }
        model.addAttribute("making", MAKING)
                .addAttribute("signing", SIGNING.formatted(challenge.statement()))
                .addAttribute("until", challenge.until());
        return "authority/machine";
    }
}
