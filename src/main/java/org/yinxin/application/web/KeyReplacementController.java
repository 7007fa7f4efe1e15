package org.yinxin.application.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.ApplicationSettings;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.KeyReplacementDesk;
import org.yinxin.shared.Reference;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** Begins the short application of somebody without the key to their seal, and asks what happened to it. */
@Controller
class KeyReplacementController {

    private static final int LONGEST_REASON = 1000;

    private final KeyReplacementDesk replacements;
    private final ApplicantDesk desk;
    private final ApplicationSettings settings;

    KeyReplacementController(KeyReplacementDesk replacements, ApplicantDesk desk, ApplicationSettings settings) {
        this.replacements = replacements;
        this.desk = desk;
        this.settings = settings;
    }

    @GetMapping("/applications/key-replacement/{number}")
    String start(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String number, Model model) {
        model.addAttribute("form", new NothingForm());
        return start(me, number(number), model);
    }

    @PostMapping("/applications/key-replacement/{number}")
    String begin(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String number,
            @ModelAttribute("form") NothingForm form,
            BindingResult errors,
            Model model) {
        SealNumber seal = number(number);
        if (replacements.own(me.personId(), seal).isEmpty()) {
            replacements
                    .obstacles(me.personId(), seal)
                    .forEach(obstacle -> errors.reject("application.obstacle." + obstacle));
        }
        if (errors.hasErrors()) {
            return start(me, seal, model);
        }
        Reference reference = replacements.start(me.personId(), seal);
        return "redirect:" + Paths.next(desk.find(me.personId(), reference));
    }

    @GetMapping("/applications/{reference}/reason")
    String reason(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = editable(me, reference);
        model.addAttribute("form", new ReasonForm(application.reason()));
        return reason(application, model);
    }

    @PostMapping("/applications/{reference}/reason")
    String explain(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        ApplicationView application = editable(me, reference);
        String reason = form.reason() == null ? "" : form.reason().strip();
        if (reason.isEmpty()) {
            errors.rejectValue("reason", "application.reason.missing");
        } else if (reason.length() > LONGEST_REASON) {
            errors.rejectValue("reason", "application.reason.long");
        }
        if (errors.hasErrors()) {
            return reason(application, model);
        }
        replacements.explain(me.personId(), application.reference(), reason);
        return "redirect:" + Paths.next(desk.find(me.personId(), application.reference()));
    }

    private String start(AccountPrincipal me, SealNumber number, Model model) {
        model.addAttribute("seal", replacements.seal(me.personId(), number))
                .addAttribute("own", replacements.own(me.personId(), number).orElse(null))
                .addAttribute("promisedDays", settings.promisedDays());
        return "application/key-replacement";
    }

    private static String reason(ApplicationView application, Model model) {
        model.addAttribute("sealApplication", application)
                .addAttribute("asked", Editing.asked(application, ApplicationPart.REASON));
        return "application/reason";
    }

    private ApplicationView editable(AccountPrincipal me, String reference) {
        return Editing.require(desk.find(me.personId(), Paths.reference(reference)), ApplicationPart.REASON);
    }

    private static SealNumber number(String typed) {
        return SealNumber.parse(typed)
                .filter(number -> number.value().equals(typed))
                .orElseThrow(() -> new NotFoundException("seal " + typed));
    }
}
