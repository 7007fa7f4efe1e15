package org.yinxin.enterprise.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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
import org.yinxin.enterprise.BindingOutcome;
import org.yinxin.enterprise.BindingOutcome.Bound;
import org.yinxin.enterprise.BindingOutcome.Refused;
import org.yinxin.enterprise.Bindings;
import org.yinxin.enterprise.TooManyAttemptsException;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.MarketRegister;
import org.yinxin.shared.Uscc;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.RateLimits;
import org.yinxin.site.TooManyRequestsException;

/** Asking to act for an enterprise: name it, look at what the register says, confirm. */
@Controller
@RequestMapping(BindingController.PATH)
class BindingController {

    static final String PATH = MyEnterprisesController.PATH + "/bind";

    private static final int LOOKS = 30;
    private static final Duration PERIOD = Duration.ofHours(1);

    private final Bindings bindings;
    private final MarketRegister register;
    private final RateLimits limits;
    private final MessageSource messages;

    BindingController(Bindings bindings, MarketRegister register, RateLimits limits, MessageSource messages) {
        this.bindings = bindings;
        this.register = register;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", new BindForm(null));
        return "enterprise/bind";
    }

    @PostMapping
    String look(
            @AuthenticationPrincipal AccountPrincipal me,
            @Valid @ModelAttribute("form") BindForm form,
            BindingResult errors,
            Model model) {
        String which = form.which();
        if (errors.hasErrors() || which == null) {
            return "enterprise/bind";
        }
        limits.take("enterprise-look", me.personId().toString(), LOOKS, PERIOD);
        List<EnterpriseEntry> found = Uscc.parse(which)
                .map(code -> register.find(code).stream().toList())
                .orElseGet(() -> register.findByExactName(which));
        if (found.isEmpty()) {
            errors.rejectValue("which", "enterprise.bind.which.unknown");
            return "enterprise/bind";
        }
        if (found.size() > 1) {
            model.addAttribute("found", found);
            return "enterprise/choose";
        }
        return "redirect:" + PATH + "/" + found.getFirst().uscc();
    }

    @GetMapping("/{code}")
    String facts(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String code, Model model) {
        limits.take("enterprise-look", me.personId().toString(), LOOKS, PERIOD);
        EnterpriseEntry enterprise = find(code);
        if (bindings.isLegalRepresentative(me.personId(), enterprise.uscc())) {
            return "redirect:" + MyEnterprisesController.PATH + "/" + enterprise.uscc();
        }
        model.addAttribute("enterprise", enterprise).addAttribute("me", me.displayName());
        return "enterprise/confirm";
    }

    @PostMapping("/{code}")
    String bind(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String code,
            Locale language,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EnterpriseEntry enterprise = find(code);
        return switch (attempt(me, enterprise.uscc())) {
            case Bound bound -> {
                flash.addFlashAttribute(
                        "notice",
                        messages.getMessage(
                                "enterprise.bound",
                                new Object[] {bound.enterprise().nameZh()},
                                language));
                yield "redirect:" + MyEnterprisesController.PATH + "/" + enterprise.uscc();
            }
            case Refused refused -> {
                response.setStatus(HttpStatus.FORBIDDEN.value());
                model.addAttribute("enterprise", enterprise).addAttribute("reason", refused.reason());
                yield "enterprise/refused";
            }
        };
    }

    private BindingOutcome attempt(AccountPrincipal me, Uscc uscc) {
        try {
            return bindings.bind(me.personId(), uscc);
        } catch (TooManyAttemptsException e) {
            throw new TooManyRequestsException(PERIOD);
        }
    }

    private EnterpriseEntry find(String code) {
        return Uscc.parse(code).flatMap(register::find).orElseThrow(() -> new NotFoundException("enterprise " + code));
    }
}
