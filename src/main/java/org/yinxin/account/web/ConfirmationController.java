package org.yinxin.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Confirmations;
import org.yinxin.account.OwnAccount;
import org.yinxin.account.PasswordCheck;
import org.yinxin.account.SignInAttempt;

/** Where a person shows once more that the account is theirs, and goes on. */
@Controller
@RequestMapping(ConfirmationController.PATH)
class ConfirmationController {

    static final String PATH = "/account/confirmation";

    private final OwnAccount account;
    private final Confirmations confirmations;
    private final RefusalWords words;

    ConfirmationController(OwnAccount account, Confirmations confirmations, RefusalWords words) {
        this.account = account;
        this.confirmations = confirmations;
        this.words = words;
    }

    @GetMapping
    String form(
            @AuthenticationPrincipal AccountPrincipal person,
            @RequestParam(required = false) @Nullable String back,
            Model model) {
        model.addAttribute("form", new ConfirmationForm("", back));
        return page(person, model);
    }

    @PostMapping
    String confirm(
            @AuthenticationPrincipal AccountPrincipal person,
            @ModelAttribute("form") ConfirmationForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        explain(account.check(person.personId(), form.password(), SignInAttempt.of(request)), errors);
        if (errors.hasErrors()) {
            return page(person, model);
        }
        confirmations.confirmed(request, person.personId());
        return "redirect:" + form.back();
    }

    private String page(AccountPrincipal person, Model model) {
        model.addAttribute("signInName", account.overview(person.personId()).signInName())
                .addAttribute("minutes", Confirmations.LASTS.toMinutes());
        return "account/confirmation";
    }

    private void explain(PasswordCheck check, BindingResult errors) {
        switch (check) {
            case PasswordCheck.Right right -> {}
            case PasswordCheck.Wrong wrong -> errors.rejectValue("password", "account.password.present.wrong");
            case PasswordCheck.TooOften often -> words.explain(often.refusal(), "password", errors);
        }
    }
}
