package org.yinxin.verification.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.ledger.ChainReader;
import org.yinxin.sealing.UndrawablePageException;
import org.yinxin.sealing.viewing.PagePictures;
import org.yinxin.site.RateLimits;
import org.yinxin.site.UntrustedContent;
import org.yinxin.site.Uploads;
import org.yinxin.verification.document.DocumentChecks;
import org.yinxin.verification.document.DocumentReport;

/** Anyone's check of a document: hand it in, read the answer, look at the pages. */
@Controller
@RequestMapping("/check/document")
class DocumentCheckController {

    private static final String PLAIN_TEXT = "text/plain;charset=UTF-8";

    private final DocumentChecks checks;
    private final ChainReader chain;
    private final RateLimits limits;
    private final MessageSource messages;

    DocumentCheckController(DocumentChecks checks, ChainReader chain, RateLimits limits, MessageSource messages) {
        this.checks = checks;
        this.chain = chain;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("form", new DocumentForm(null));
        return "document-check/form";
    }

    @PostMapping
    String handIn(@ModelAttribute("form") DocumentForm form, BindingResult errors, HttpServletRequest request) {
        MultipartFile file = form.file();
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "document-check.form.error.empty");
            return "document-check/form";
        }
        limits.take("document-check", request.getRemoteAddr(), 20, Duration.ofMinutes(10));
        return "redirect:/check/document/" + checks.handIn(Uploads.bytes(file));
    }

    @GetMapping("/{id}")
    String report(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer page,
            HttpServletRequest request,
            CsrfToken token,
            Model model) {
        // The page is long: at its end, where the form stands, it is too late to begin a session for the token.
        token.getToken();
        limits.take("document-report", request.getRemoteAddr(), 120, Duration.ofMinutes(10));
        DocumentReport report = checks.report(id);
        model.addAttribute("id", id);
        model.addAttribute("report", report);
        model.addAttribute("view", CheckedDocumentView.of(id, report, page));
        model.addAttribute("oneParty", chain.embedded());
        model.addAttribute("minutes", DocumentChecks.KEPT.toMinutes());
        return "document-check/report";
    }

    @GetMapping("/{id}/pages/{page}.png")
    ResponseEntity<byte[]> page(
            @PathVariable UUID id,
            @PathVariable int page,
            @RequestParam(name = "w", defaultValue = "900") int width,
            HttpServletRequest request,
            WebRequest cached) {
        checks.exists(id);
        return PagePictures.answer(cached, id, page, width, DocumentChecks.KEPT, given -> {
            limits.take("document-pages", request.getRemoteAddr(), 1_200, Duration.ofMinutes(10));
            return checks.page(id, page, given);
        });
    }

    @GetMapping("/{id}/pages/{page}.txt")
    ResponseEntity<byte[]> words(
            @PathVariable UUID id, @PathVariable int page, HttpServletRequest request, Locale locale) {
        limits.take("document-pages", request.getRemoteAddr(), 1_200, Duration.ofMinutes(10));
        String words = checks.words(id, page);
        String said = words.isBlank() ? messages.getMessage("viewer.text.none", null, locale) : words;
        return UntrustedContent.inline(PLAIN_TEXT, said.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/{id}")
    String forget(@PathVariable UUID id) {
        checks.forget(id);
        return "redirect:/check/document";
    }

    /** A page that cannot be drawn takes nothing from the answer. */
    @ExceptionHandler(UndrawablePageException.class)
    ResponseEntity<Void> notDrawable() {
        return ResponseEntity.notFound().build();
    }
}
