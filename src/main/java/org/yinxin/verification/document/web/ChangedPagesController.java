package org.yinxin.verification.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yinxin.sealing.UndrawablePageException;
import org.yinxin.sealing.pdf.verification.ChangedPage;
import org.yinxin.site.RateLimits;
import org.yinxin.verification.document.DocumentChecks;

/** Pictures of pages that were changed after signing: as they were signed, and as they are now. */
@Controller
class ChangedPagesController {

    private static final int WIDTH = 900;

    private final DocumentChecks checks;
    private final RateLimits limits;

    ChangedPagesController(DocumentChecks checks, RateLimits limits) {
        this.checks = checks;
        this.limits = limits;
    }

    @GetMapping("/check/document/{id}/changes/{signedUntil}/{signedPage}-{presentPage}/{side:before|now}.png")
    ResponseEntity<byte[]> page(
            @PathVariable UUID id,
            @PathVariable int signedUntil,
            @PathVariable int signedPage,
            @PathVariable int presentPage,
            @PathVariable String side,
            HttpServletRequest request) {
        limits.take("document-pages", request.getRemoteAddr(), 400, Duration.ofMinutes(10));
        ChangedPage page = new ChangedPage(signedPage, presentPage);
        byte[] picture = checks.changedPage(id, signedUntil, page, "now".equals(side), WIDTH);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(DocumentChecks.KEPT).cachePrivate())
                .body(picture);
    }

    /** A page that cannot be drawn takes nothing from the answer. */
    @ExceptionHandler(UndrawablePageException.class)
    ResponseEntity<Void> notDrawable() {
        return ResponseEntity.notFound().build();
    }
}
