package org.yinxin.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.CounterCodes;
import org.yinxin.account.IssuedCode;
import org.yinxin.account.Origin;
import org.yinxin.account.PhoneNumber;
import org.yinxin.shared.NationalId;

/** The counter: an officer lets a citizen, whose card they hold, back into their account. */
@Controller
@RequestMapping("/office/counter-codes")
class CounterController {

    private final CounterCodes codes;

    CounterController(CounterCodes codes) {
        this.codes = codes;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("form", new CounterForm("", "", false));
        return "account/counter";
    }

    /** Answers with the code itself: after a redirect it would have to be kept somewhere to be shown. */
    @PostMapping
    String issue(
            @AuthenticationPrincipal AccountPrincipal officer,
            @ModelAttribute("form") CounterForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        Optional<PhoneNumber> phone = PhoneNumber.parse(form.phone());
        Optional<NationalId> card = NationalId.parse(form.nationalId());
        FormErrors.require(phone, form.phone(), "phone", "account.counter.phone", errors);
        FormErrors.require(card, form.nationalId(), "nationalId", "account.counter.national-id", errors);
        if (!form.seen()) {
            errors.rejectValue("seen", "account.counter.seen.missing");
        }
        if (errors.hasErrors()) {
            return "account/counter";
        }
        Optional<IssuedCode> issued =
                codes.issue(officer.personId(), phone.orElseThrow(), card.orElseThrow(), Origin.of(request));
        if (issued.isEmpty()) {
            errors.rejectValue("phone", "account.counter.unknown");
            return "account/counter";
        }
        model.addAttribute("issued", issued.get());
        return "account/counter-code";
    }
}
