package org.yinxin.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.account.CodeRedemption;
import org.yinxin.account.CodeRedemption.Accepted;
import org.yinxin.account.CodeRedemption.NotAccepted;
import org.yinxin.account.CodeRedemption.Refused;
import org.yinxin.account.CodeRedemption.TooOften;
import org.yinxin.account.CounterCodes;
import org.yinxin.account.PhoneNumber;
import org.yinxin.account.SignInAttempt;

/** The way back for those who forgot their password or are locked out. */
@Controller
@RequestMapping("/account-recovery")
class RecoveryController {

    private final CounterCodes codes;
    private final RefusalWords words;

    RecoveryController(CounterCodes codes, RefusalWords words) {
        this.codes = codes;
        this.words = words;
    }

    @GetMapping
    String ways() {
        return "account/recovery";
    }

    @GetMapping("/code")
    String form(Model model) {
        model.addAttribute("form", new RecoveryForm("", "", ""));
        return "account/recovery-code";
    }

    @PostMapping("/code")
    String redeem(@ModelAttribute("form") RecoveryForm form, BindingResult errors, HttpServletRequest request) {
        Optional<PhoneNumber> phone = PhoneNumber.parse(form.phone());
        FormErrors.require(phone, form.phone(), "phone", "account.sign-up.phone", errors);
        if (form.code().isBlank()) {
            errors.rejectValue("code", "account.recovery.code.missing");
        }
        if (!errors.hasErrors()) {
            explain(codes.redeem(phone.orElseThrow(), form.code(), form.password(), SignInAttempt.of(request)), errors);
        }
        return errors.hasErrors() ? "account/recovery-code" : "redirect:/account-recovery/done";
    }

    @GetMapping("/done")
    String done() {
        return "account/recovery-done";
    }

    private void explain(CodeRedemption redemption, BindingResult errors) {
        switch (redemption) {
            case Accepted accepted -> {}
            case NotAccepted notAccepted -> errors.rejectValue("code", "account.recovery.code.wrong");
            case TooOften tooOften -> words.explain(tooOften.refusal(), "code", errors);
            case Refused refused -> words.explain(refused.reason(), "password", errors);
        }
    }
}
