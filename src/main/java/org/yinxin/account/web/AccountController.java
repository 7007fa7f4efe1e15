package org.yinxin.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountBook;
import org.yinxin.account.AccountEvent;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.OpenSessions;
import org.yinxin.account.Origin;
import org.yinxin.account.OwnAccount;
import org.yinxin.site.Languages;
import org.yinxin.site.Option;
import org.yinxin.site.PageLinks;

/** A person's own account: overview, history, sessions, language. */
@Controller
@RequestMapping("/account")
class AccountController {

    private static final int EVENTS_PER_PAGE = 20;

    private final OwnAccount account;
    private final AccountBook book;
    private final OpenSessions sessions;
    private final LocaleResolver locales;
    private final MessageSource messages;

    AccountController(
            OwnAccount account,
            AccountBook book,
            OpenSessions sessions,
            LocaleResolver locales,
            MessageSource messages) {
        this.account = account;
        this.book = book;
        this.sessions = sessions;
        this.locales = locales;
        this.messages = messages;
    }

    @GetMapping
    String overview(@AuthenticationPrincipal AccountPrincipal person, Model model) {
        model.addAttribute("account", account.overview(person.personId()));
        return "account/overview";
    }

    @GetMapping("/history")
    String history(
            @AuthenticationPrincipal AccountPrincipal person, @RequestParam(defaultValue = "1") int page, Model model) {
        Page<AccountEvent> events = book.of(person.personId(), PageRequest.of(Math.max(1, page) - 1, EVENTS_PER_PAGE));
        model.addAttribute("events", events.getContent())
                .addAttribute("links", PageLinks.of(events, "/account/history"));
        return "account/history";
    }

    @GetMapping("/sessions")
    String sessions(@AuthenticationPrincipal AccountPrincipal person, HttpServletRequest request, Model model) {
        model.addAttribute(
                "sessions", sessions.of(person.personId(), request.getSession().getId()));
        return "account/sessions";
    }

    @PostMapping("/sessions")
    String endOthers(
            @AuthenticationPrincipal AccountPrincipal person,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        int ended = sessions.endOthers(person.personId(), request.getSession().getId(), Origin.of(request));
        redirect.addFlashAttribute(
                "notice", messages.getMessage("account.sessions.ended", new Object[] {ended}, locale));
        return "redirect:/account/sessions";
    }

    @GetMapping("/language")
    String language(Locale locale, Model model) {
        model.addAttribute(
                        "form",
                        new LanguageForm(Languages.of(locale.toLanguageTag()).toLanguageTag()))
                .addAttribute("languages", languages());
        return "account/language";
    }

    @PostMapping("/language")
    String prefer(
            @AuthenticationPrincipal AccountPrincipal person,
            @ModelAttribute("form") LanguageForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (languages().stream().noneMatch(option -> option.value().equals(form.language()))) {
            errors.rejectValue("language", "account.language.missing");
            model.addAttribute("languages", languages());
            return "account/language";
        }
        Locale chosen = Languages.of(form.language());
        account.prefer(person.personId(), chosen);
        locales.setLocale(request, response, chosen);
        redirect.addFlashAttribute("notice", messages.getMessage("account.language.kept", null, chosen));
        return "redirect:/account";
    }

    // Each language calls itself by its own name.
    private static List<Option> languages() {
        return List.of(
                new Option(Languages.CHINESE.toLanguageTag(), "简体中文"),
                new Option(Languages.ENGLISH.toLanguageTag(), "English"));
    }
}
