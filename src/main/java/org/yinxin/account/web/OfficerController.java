package org.yinxin.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountEvent;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.NotYourselfException;
import org.yinxin.account.OfficerRow;
import org.yinxin.account.OfficerView;
import org.yinxin.account.Officers;
import org.yinxin.account.Origin;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.PageLinks;

/** One officer or administrator, and what their administrator can do for or against them. */
@Controller
@RequestMapping("/office/administration/officers/{id}")
class OfficerController {

    private static final int EVENTS_PER_PAGE = 10;

    private final Officers officers;
    private final MessageSource messages;

    OfficerController(Officers officers, MessageSource messages) {
        this.officers = officers;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal AccountPrincipal administrator,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("view", find(administrator, id));
        Page<AccountEvent> events =
                officers.history(administrator, id, PageRequest.of(Math.max(1, page) - 1, EVENTS_PER_PAGE));
        model.addAttribute("self", administrator.personId().equals(id))
                .addAttribute("events", events.getContent())
                .addAttribute("links", PageLinks.of(events, "/office/administration/officers/" + id));
        return "account/officer";
    }

    @GetMapping("/suspension")
    String askSuspension(@AuthenticationPrincipal AccountPrincipal administrator, @PathVariable UUID id, Model model) {
        return ask(administrator, id, "suspension", model);
    }

    @PostMapping("/suspension")
    String suspend(
            @AuthenticationPrincipal AccountPrincipal administrator,
            @PathVariable UUID id,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        OfficerRow officer =
                officers.suspend(administrator, id, Origin.of(request)).orElseThrow(() -> missing(id));
        return done(officer, "account.suspension.done", locale, redirect);
    }

    @GetMapping("/restoration")
    String askRestoration(@AuthenticationPrincipal AccountPrincipal administrator, @PathVariable UUID id, Model model) {
        return ask(administrator, id, "restoration", model);
    }

    @PostMapping("/restoration")
    String restore(
            @AuthenticationPrincipal AccountPrincipal administrator,
            @PathVariable UUID id,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        OfficerRow officer =
                officers.restore(administrator, id, Origin.of(request)).orElseThrow(() -> missing(id));
        return done(officer, "account.restoration.done", locale, redirect);
    }

    @GetMapping("/password-reset")
    String askReset(@AuthenticationPrincipal AccountPrincipal administrator, @PathVariable UUID id, Model model) {
        return ask(administrator, id, "password-reset", model);
    }

    /** Answers with the one-time password itself: after a redirect it would have to be kept somewhere to be shown. */
    @PostMapping("/password-reset")
    String reset(
            @AuthenticationPrincipal AccountPrincipal administrator,
            @PathVariable UUID id,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "made",
                officers.resetPassword(administrator, id, Origin.of(request)).orElseThrow(() -> missing(id)));
        return "account/officer-password";
    }

    @ExceptionHandler(NotYourselfException.class)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String notYourself() {
        return "error/403";
    }

    private String ask(AccountPrincipal administrator, UUID id, String action, Model model) {
        OfficerView view = find(administrator, id);
        if (administrator.personId().equals(id)) {
            return "redirect:/office/administration/officers/" + id;
        }
        model.addAttribute("officer", view.officer()).addAttribute("action", "account." + action);
        return "account/officer-confirm";
    }

    private String done(OfficerRow officer, String key, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", messages.getMessage(key, new Object[] {officer.name()}, locale));
        return "redirect:/office/administration/officers/" + officer.id();
    }

    private OfficerView find(AccountPrincipal administrator, UUID id) {
        return officers.find(administrator, id).orElseThrow(() -> missing(id));
    }

    private static NotFoundException missing(UUID id) {
        return new NotFoundException("No officer " + id + " in this bureau");
    }
}
