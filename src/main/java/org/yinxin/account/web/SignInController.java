package org.yinxin.account.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.SignInRefusal;

/** The door. What is typed here goes to the security filter, which forwards back when it lets nobody in. */
@Controller
class SignInController {

    private final RefusalWords words;

    SignInController(RefusalWords words) {
        this.words = words;
    }

    @GetMapping("/sign-in")
    String form(
            @AuthenticationPrincipal @Nullable AccountPrincipal person,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            Model model) {
        if (person != null) {
            return "redirect:" + SignInSuccess.home(person);
        }
        model.addAttribute("form", new SignInForm("", ""));
        model.addAttribute("signedOut", signedOut != null);
        return "account/sign-in";
    }

    @PostMapping("/sign-in/refused")
    String refused(
            @RequestAttribute(name = SignInFailure.REFUSAL, required = false) @Nullable SignInRefusal refusal,
            @ModelAttribute("form") SignInForm form,
            BindingResult errors) {
        if (refusal == null) {
            return "redirect:/sign-in";
        }
        words.explain(refusal, "name", errors);
        return "account/sign-in";
    }

    @GetMapping("/sign-in/refused")
    String again() {
        return "redirect:/sign-in";
    }
}
