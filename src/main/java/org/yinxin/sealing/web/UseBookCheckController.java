package org.yinxin.sealing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.ledger.proof.book.CheckedStatement;
import org.yinxin.ledger.proof.book.StatementRefusedException;
import org.yinxin.sealing.UseBookChecks;
import org.yinxin.site.RateLimits;

/** Checks statements of use books, for everybody. */
@Controller
@RequestMapping("/check/use-book")
class UseBookCheckController {

    private static final int LARGEST = 20_000_000;
    private static final int SHOWN = 500;

    private final UseBookChecks checks;
    private final RateLimits limits;

    UseBookCheckController(UseBookChecks checks, RateLimits limits) {
        this.checks = checks;
        this.limits = limits;
    }

    /** The file that somebody hands in. */
    record StatementForm(@Nullable MultipartFile file) {}

    @GetMapping
    String form(Model model) {
        model.addAttribute("form", new StatementForm(null));
        return "stamping/statement-form";
    }

    @PostMapping
    String check(
            @ModelAttribute("form") StatementForm form, BindingResult errors, HttpServletRequest request, Model model) {
        limits.take("proof-check", request.getRemoteAddr(), 30, Duration.ofMinutes(10));
        MultipartFile file = form.file();
        if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
            errors.rejectValue("file", "usebook.check.error.file");
            return "stamping/statement-form";
        }
        try {
            CheckedStatement checked = checks.check(bytes(file));
            model.addAttribute("checked", checked)
                    .addAttribute("statement", checked.statement())
                    .addAttribute("shown", SHOWN);
        } catch (StatementRefusedException e) {
            model.addAttribute("flaw", e.flaw()).addAttribute("detail", e.getMessage());
        }
        return "stamping/statement-result";
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
