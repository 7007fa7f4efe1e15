package org.yinxin.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
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
import org.yinxin.account.Confirmations;
import org.yinxin.account.Origin;
import org.yinxin.account.Role;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.KeyRefusedException;
import org.yinxin.authority.KeyTie;
import org.yinxin.authority.KeyView;
import org.yinxin.authority.OwnKeys;
import org.yinxin.site.NotFoundException;

/** A person's keys: which there are, what hangs on them, what they are called, and how one is removed. */
@Controller
@RequestMapping(KeysController.PATH)
class KeysController {

    static final String PATH = "/account/keys";

    /** A key as its owner sees it. */
    record Row(KeyView key, List<KeyTie> ties, boolean demonstration) {}

    private final AuthorityKeys keys;
    private final OwnKeys own;
    private final Confirmations confirmations;
    private final MessageSource messages;

    KeysController(AuthorityKeys keys, OwnKeys own, Confirmations confirmations, MessageSource messages) {
        this.keys = keys;
        this.own = own;
        this.confirmations = confirmations;
        this.messages = messages;
    }

    @GetMapping
    String list(@AuthenticationPrincipal AccountPrincipal person, Model model) {
        List<Row> rows = keys.of(person.personId()).stream().map(this::row).toList();
        model.addAttribute("keys", rows).addAttribute("signs", person.role() == Role.CITIZEN);
        return "authority/keys";
    }

    @GetMapping("/{id}/label")
    String label(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, Model model) {
        KeyView key = own(person, id);
        model.addAttribute("key", key).addAttribute("form", new LabelForm(key.label()));
        return "authority/label";
    }

    @PostMapping("/{id}/label")
    String rename(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable UUID id,
            @ModelAttribute("form") LabelForm form,
            BindingResult errors,
            Locale locale,
            RedirectAttributes redirect,
            Model model) {
        KeyView key = own(person, id);
        try {
            own.rename(key, form.label());
            return done("authority.label.done", locale, redirect);
        } catch (KeyRefusedException e) {
            KeyRefusals.explain(e.refusal(), errors);
            model.addAttribute("key", key);
            return "authority/label";
        }
    }

    @GetMapping("/{id}/removal")
    String removal(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable UUID id,
            HttpServletRequest request,
            Model model) {
        KeyView key = own(person, id);
        confirmations.demand(request, person.personId(), removalOf(id));
        model.addAttribute("row", row(key));
        return "authority/removal";
    }

    @PostMapping("/{id}/removal")
    String remove(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable UUID id,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        KeyView key = own(person, id);
        confirmations.demand(request, person.personId(), removalOf(id));
        try {
            own.remove(key, Origin.of(request));
            return done("authority.removal.done", locale, redirect);
        } catch (KeyRefusedException e) {
            return "redirect:" + removalOf(id);
        }
    }

    private static String removalOf(UUID id) {
        return PATH + "/" + id + "/removal";
    }

    private String done(String words, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", messages.getMessage(words, null, locale));
        return "redirect:" + PATH;
    }

    private KeyView own(AccountPrincipal person, UUID id) {
        return own.find(person.personId(), id).orElseThrow(() -> new NotFoundException("key " + id));
    }

    private Row row(KeyView key) {
        return new Row(key, own.ties(key), keys.isDemonstration(key));
    }
}
