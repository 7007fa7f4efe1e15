package org.yinxin.application.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicantKeys;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.ApplicationView;
import org.yinxin.authority.KeyView;

/** Asks which key shall be the root of all authority over the seal. */
@Controller
@RequestMapping("/applications/{reference}/key")
class KeyController {

    /** Where the page that enrols keys leaves the new one's id. */
    private static final String ENROLLED = "enrolledKey";

    private final ApplicantDesk desk;
    private final ApplicantKeys keys;

    KeyController(ApplicantDesk desk, ApplicantKeys keys) {
        this.desk = desk;
        this.keys = keys;
    }

    @GetMapping
    String form(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = editable(me, reference);
        if (application.uscc() == null) {
            return "redirect:" + Paths.page(application.reference(), "enterprise");
        }
        List<KeyView> offered = keys.of(me.personId());
        UUID chosen = chosen(application, offered, model.getAttribute(ENROLLED));
        model.addAttribute("form", new KeyForm(chosen == null ? null : chosen.toString()));
        return form(application, offered, model);
    }

    @PostMapping
    String choose(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            @ModelAttribute("form") KeyForm form,
            BindingResult errors,
            Model model) {
        ApplicationView application = editable(me, reference);
        List<KeyView> offered = keys.of(me.personId());
        Optional<UUID> chosen = offered.stream()
                .map(KeyView::id)
                .filter(id -> id.toString().equals(form.key()))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("key", "application.key.missing");
        } else {
            desk.chooseKey(me.personId(), application.reference(), chosen.get())
                    .forEach(obstacle -> errors.rejectValue("key", "application.obstacle." + obstacle));
        }
        return errors.hasErrors()
                ? form(application, offered, model)
                : "redirect:" + Paths.next(desk.find(me.personId(), application.reference()));
    }

    /** The key just enrolled on this page, or chosen before, or the only one there is. */
    private static @Nullable UUID chosen(
            ApplicationView application, List<KeyView> offered, @Nullable Object enrolled) {
        if (enrolled instanceof UUID fresh) {
            return fresh;
        }
        return application.keyId() == null && offered.size() == 1
                ? offered.getFirst().id()
                : application.keyId();
    }

    private static String form(ApplicationView application, List<KeyView> offered, Model model) {
        model.addAttribute("sealApplication", application)
                .addAttribute("keys", offered)
                .addAttribute("back", Paths.page(application.reference(), "key"))
                .addAttribute("asked", Editing.asked(application, ApplicationPart.KEY));
        return "application/key";
    }

    private ApplicationView editable(AccountPrincipal me, String reference) {
        return Editing.require(desk.find(me.personId(), Paths.reference(reference)), ApplicationPart.KEY);
    }
}
