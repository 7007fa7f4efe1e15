package org.yinxin.verification.sealfile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.seal.ses.SealFormatException;
import org.yinxin.site.RateLimits;
import org.yinxin.verification.sealfile.SealFileExplainer;
import org.yinxin.verification.sealfile.SealFileExplanation;

/** Anyone hands in a seal file and reads at once what it says; the file is kept nowhere, so there is no second address. */
@Controller
@RequestMapping("/check/seal-file")
class SealFileController {

    private static final String FORM = "seal-file/form";
    private static final long LARGEST = 4 * 1024 * 1024;

    private final SealFileExplainer explainer;
    private final RateLimits limits;

    SealFileController(SealFileExplainer explainer, RateLimits limits) {
        this.explainer = explainer;
        this.limits = limits;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("form", new SealFileForm(null));
        return FORM;
    }

    @PostMapping
    String explain(
            @ModelAttribute("form") SealFileForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        limits.take("seal-file", request.getRemoteAddr(), 30, Duration.ofMinutes(10));
        SealFileExplanation explanation = explanation(form.file(), errors);
        if (explanation == null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return FORM;
        }
        model.addAttribute("seal", explanation);
        model.addAttribute("picture", picture(explanation));
        return "seal-file/explanation";
    }

    private @Nullable SealFileExplanation explanation(@Nullable MultipartFile file, BindingResult errors) {
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "seal-file.form.error.empty");
            return null;
        }
        if (file.getSize() > LARGEST) {
            errors.rejectValue("file", "seal-file.form.error.large");
            return null;
        }
        try {
            return explainer.explain(file.getBytes());
        } catch (SealFormatException e) {
            errors.rejectValue("file", "seal-file.form.error.format");
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String picture(SealFileExplanation explanation) {
        byte[] png = explanation.picture();
        return png == null
                ? null
                : "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
