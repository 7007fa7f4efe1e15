package org.yinxin.sealing.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.DraftResult;
import org.yinxin.sealing.Drafts;
import org.yinxin.sealing.StampableSeals;
import org.yinxin.sealing.Uses;
import org.yinxin.site.Option;
import org.yinxin.site.RateLimits;
import org.yinxin.site.Uploads;

/** Where stamping begins: the person's seals, drafts and last uses, and the page that takes a document. */
@Controller
@RequestMapping("/stamping")
class StampingController {

    private final StampableSeals stampable;
    private final Drafts drafts;
    private final Uses uses;
    private final RateLimits limits;
    private final MessageSource messages;

    StampingController(StampableSeals stampable, Drafts drafts, Uses uses, RateLimits limits, MessageSource messages) {
        this.stampable = stampable;
        this.drafts = drafts;
        this.uses = uses;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping
    String overview(@AuthenticationPrincipal AccountPrincipal person, Model model) {
        model.addAttribute("seals", stampable.of(person.personId()));
        model.addAttribute("owned", stampable.owned(person.personId()));
        model.addAttribute("drafts", drafts.of(person.personId()));
        model.addAttribute("uses", uses.recent(person.personId()));
        return "stamping/overview";
    }

    @GetMapping("/new")
    String form(
            @AuthenticationPrincipal AccountPrincipal person,
            @RequestParam(required = false) Optional<String> seal,
            Model model,
            Locale locale) {
        List<SealView> usable = usable(person);
        String chosen = seal.or(() -> usable.stream()
                        .findFirst()
                        .filter(only -> usable.size() == 1)
                        .map(only -> only.number().value()))
                .orElse("");
        model.addAttribute("form", new UploadForm(chosen, null));
        return page(usable, model, locale);
    }

    @PostMapping("/new")
    String start(
            @AuthenticationPrincipal AccountPrincipal person,
            @ModelAttribute("form") UploadForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        List<SealView> usable = usable(person);
        Optional<SealView> seal = usable.stream()
                .filter(one -> one.number().value().equals(form.seal()))
                .findFirst();
        if (seal.isEmpty()) {
            errors.rejectValue("seal", "stamping.new.error.seal");
        }
        MultipartFile file = form.file();
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "stamping.refusal.empty");
        }
        if (seal.isEmpty() || file == null || errors.hasErrors()) {
            return page(usable, model, locale);
        }
        limits.take("stamping-upload", person.personId().toString(), 60, Duration.ofMinutes(10));
        DraftResult result = drafts.start(person.personId(), seal.get().number(), name(file), Uploads.bytes(file));
        return switch (result) {
            case DraftResult.Started started -> "redirect:/stamping/drafts/" + started.draft() + "/placement";
            case DraftResult.Refused refused -> {
                errors.rejectValue("file", refused.reason().key());
                yield page(usable, model, locale);
            }
        };
    }

    private List<SealView> usable(AccountPrincipal person) {
        return stampable.of(person.personId()).stream().filter(SealView::usable).toList();
    }

    private String page(List<SealView> usable, Model model, Locale locale) {
        model.addAttribute(
                "options", usable.stream().map(seal -> option(seal, locale)).toList());
        return "stamping/new";
    }

    private Option option(SealView seal, Locale locale) {
        boolean inEnglish = !"zh".equals(locale.getLanguage());
        String name = inEnglish && seal.enterpriseNameEn() != null ? seal.enterpriseNameEn() : seal.enterpriseName();
        String hint = messages.getMessage(
                "stamping.new.seal.number", new Object[] {seal.number().grouped()}, locale);
        return new Option(seal.number().value(), name, hint);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
