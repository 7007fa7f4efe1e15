package org.yinxin.verification.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
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
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.ledger.ChainReader;
import org.yinxin.sealing.UndrawablePageException;
import org.yinxin.sealing.plan.Spot;
import org.yinxin.site.RateLimits;
import org.yinxin.verification.document.DocumentChecks;
import org.yinxin.verification.document.DocumentReport;

/** Anyone's check of a document: hand it in, read the answer, look at the pages. */
@Controller
@RequestMapping("/check/document")
class DocumentCheckController {

    private static final int PAGE_WIDTH = 900;
    /** First pages that are shown beside the checks, besides those with a seal on them. */
    private static final int FIRST_PAGES = 2;

    private static final int MOST_PAGES = 12;

    private final DocumentChecks checks;
    private final ChainReader chain;
    private final RateLimits limits;

    DocumentCheckController(DocumentChecks checks, ChainReader chain, RateLimits limits) {
        this.checks = checks;
        this.chain = chain;
        this.limits = limits;
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
        return "redirect:/check/document/" + checks.handIn(bytes(file));
    }

    @GetMapping("/{id}")
    String report(@PathVariable UUID id, HttpServletRequest request, CsrfToken token, Model model) {
        // The page is long: at its end, where the form stands, it is too late to begin a session for the token.
        token.getToken();
        limits.take("document-report", request.getRemoteAddr(), 120, Duration.ofMinutes(10));
        DocumentReport report = checks.report(id);
        model.addAttribute("id", id);
        model.addAttribute("report", report);
        model.addAttribute("pagesShown", pagesShown(report));
        model.addAttribute("oneParty", chain.embedded());
        model.addAttribute("minutes", DocumentChecks.KEPT.toMinutes());
        return "document-check/report";
    }

    @GetMapping("/{id}/pages/{page}.png")
    ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable int page, HttpServletRequest request) {
        limits.take("document-pages", request.getRemoteAddr(), 400, Duration.ofMinutes(10));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(DocumentChecks.KEPT).cachePrivate())
                .body(checks.page(id, page, PAGE_WIDTH));
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

    private static List<Integer> pagesShown(DocumentReport report) {
        IntStream first = IntStream.rangeClosed(1, FIRST_PAGES);
        IntStream sealed = report.signatures().stream()
                .flatMap(signature -> signature.spots().stream())
                .mapToInt(Spot::page);
        return IntStream.concat(first, sealed)
                .filter(page -> page <= report.pages().size())
                .distinct()
                .sorted()
                .limit(MOST_PAGES)
                .boxed()
                .toList();
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
