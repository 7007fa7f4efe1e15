package org.yinxin.sealing.web;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.Drafts;
import org.yinxin.sealing.UndrawablePageException;
import org.yinxin.site.Option;
import org.yinxin.site.UntrustedContent;

/** A draft on its way: resumed, told what it is for, looked at, thrown away. */
@Controller
@RequestMapping("/stamping/drafts/{id}")
class StampingDraftController {

    private static final int LARGE = 1240;
    private static final int SMALL = 150;

    private final Drafts drafts;
    private final MessageSource messages;

    StampingDraftController(Drafts drafts, MessageSource messages) {
        this.drafts = drafts;
        this.messages = messages;
    }

    /** Resumes where the person left off. */
    @GetMapping
    String resume(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id) {
        DraftView draft = drafts.of(person.personId(), id);
        return draft.beingStamped() ? "redirect:/stamping" : DraftPages.redirect(id, DraftPages.next(draft));
    }

    @GetMapping("/purpose")
    String purpose(
            @AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, Model model, Locale locale) {
        DraftView draft = drafts.of(person.personId(), id);
        model.addAttribute("form", new PurposeForm(draft.purpose(), draft.documentClass()));
        return purposePage(draft, model, locale);
    }

    @PostMapping("/purpose")
    String state(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PurposeForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        if (errors.hasErrors()) {
            return purposePage(drafts.of(person.personId(), id), model, locale);
        }
        drafts.state(
                person.personId(),
                id,
                Objects.requireNonNull(form.purpose()),
                Objects.requireNonNull(form.documentClass()));
        return DraftPages.redirect(id, DraftPages.CHECK);
    }

    @GetMapping("/discard")
    String askToDiscard(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, Model model) {
        model.addAttribute("draft", drafts.of(person.personId(), id));
        return "stamping/discard";
    }

    @PostMapping("/discard")
    String discard(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id) {
        drafts.discard(person.personId(), id);
        return "redirect:/stamping";
    }

    /** What the portal keeps, for its owner and for the browser that works out what it binds. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id) {
        DraftView draft = drafts.of(person.personId(), id);
        return UntrustedContent.attachment(
                draft.fileName(), draft.kind().mediaType(), drafts.file(person.personId(), id));
    }

    @GetMapping("/pages/{page}/{size:large|small}.png")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable UUID id,
            @PathVariable int page,
            @PathVariable String size) {
        byte[] png = drafts.page(person.personId(), id, page, "large".equals(size) ? LARGE : SMALL);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(30)).cachePrivate())
                .body(png);
    }

    /** A page that cannot be drawn can still be stamped; its picture is merely missing. */
    @ExceptionHandler(UndrawablePageException.class)
    ResponseEntity<Void> notDrawable() {
        return ResponseEntity.notFound().build();
    }

    private String purposePage(DraftView draft, Model model, Locale locale) {
        model.addAttribute("draft", draft);
        model.addAttribute(
                "classes",
                Stream.of(DocumentClass.values())
                        .map(one -> new Option(one.name(), messages.getMessage("stamping.class." + one, null, locale)))
                        .toList());
        return "stamping/purpose";
    }
}
