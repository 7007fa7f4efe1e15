package org.yinxin.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
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
import org.yinxin.account.OpenSessions;
import org.yinxin.account.OwnAccount;
import org.yinxin.account.PasswordChange;
import org.yinxin.account.PasswordChange.Changed;
import org.yinxin.account.PasswordChange.NotYours;
import org.yinxin.account.PasswordChange.Refused;
import org.yinxin.account.PasswordChange.TooOften;
import org.yinxin.account.PasswordChange.Unchanged;
import org.yinxin.account.SignInAttempt;

/** Where people change their password, or replace one that was made for them. */
@Controller
@RequestMapping(SessionRules.PASSWORD_PAGE)
class PasswordController {

    private final OwnAccount account;
    private final OpenSessions sessions;
    private final RefusalWords words;
    private final MessageSource messages;

    PasswordController(OwnAccount account, OpenSessions sessions, RefusalWords words, MessageSource messages) {
        this.account = account;
        this.sessions = sessions;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping
    String form(@AuthenticationPrincipal AccountPrincipal person, Model model) {
        model.addAttribute("form", new PasswordForm("", ""));
        return page(person, model);
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal AccountPrincipal person,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect,
            Model model) {
        SignInAttempt attempt = SignInAttempt.of(request);
        PasswordChange change = account.changePassword(person.personId(), form.present(), form.chosen(), attempt);
        explain(change, errors);
        if (errors.hasErrors()) {
            return page(person, model);
        }
        HttpSession session = request.getSession();
        boolean first = session.getAttribute(SessionRules.MUST_CHOOSE_PASSWORD) != null;
        session.removeAttribute(SessionRules.MUST_CHOOSE_PASSWORD);
        sessions.endOthers(person.personId(), session.getId(), attempt.origin());
        redirect.addFlashAttribute("notice", messages.getMessage("account.password.changed", null, locale));
        return "redirect:" + (first ? SignInSuccess.home(person) : "/account");
    }

    private String page(AccountPrincipal person, Model model) {
        model.addAttribute("mustChoose", account.mustChoosePassword(person.personId()))
                .addAttribute("signInName", account.overview(person.personId()).signInName());
        return "account/password";
    }

    private void explain(PasswordChange change, BindingResult errors) {
        switch (change) {
            case Changed changed -> {}
            case NotYours notYours -> errors.rejectValue("present", "account.password.present.wrong");
            case Unchanged unchanged -> errors.rejectValue("chosen", "account.password.unchanged");
            case TooOften tooOften -> words.explain(tooOften.refusal(), "present", errors);
            case Refused refused -> words.explain(refused.reason(), "chosen", errors);
        }
    }
}
