package org.yinxin.pki.web;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.pki.CertificateRequest;
import org.yinxin.pki.ImportRefusedException;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.pki.KeyRewrapping;
import org.yinxin.pki.OutsideCertification;
import org.yinxin.shared.Bureau;
import org.yinxin.site.NotFoundException;

/** Data administration's administrators see what keys are under, wrap them anew, and have our authorities certified. */
@Controller
@RequestMapping("/office/administration/keys")
class KeysController {

    private static final String HERE = "redirect:/office/administration/keys";
    private static final int AT_ONCE = 5000;
    private static final long LARGEST_FILE = 256 * 1024;

    private final KeyRewrapping rewrapping;
    private final OutsideCertification outside;
    private final MessageSource messages;

    KeysController(KeyRewrapping rewrapping, OutsideCertification outside, MessageSource messages) {
        this.rewrapping = rewrapping;
        this.outside = outside;
        this.messages = messages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal AccountPrincipal administrator, Model model) {
        admit(administrator);
        model.addAttribute("holdings", rewrapping.holdings())
                .addAttribute("left", rewrapping.left())
                .addAttribute("requests", outside.requests())
                .addAttribute("algorithms", List.of(KeyAlgorithm.values()));
        return "pki/keys";
    }

    @PostMapping(params = "wrap")
    String wrap(@AuthenticationPrincipal AccountPrincipal administrator, RedirectAttributes redirect, Locale locale) {
        admit(administrator);
        int done = rewrapping.run(AT_ONCE);
        redirect.addFlashAttribute(
                "notice", messages.getMessage("pki.keys.wrapped", new Object[] {done, rewrapping.left()}, locale));
        return HERE;
    }

    @PostMapping(params = "algorithm")
    String request(@AuthenticationPrincipal AccountPrincipal administrator, @RequestParam KeyAlgorithm algorithm) {
        admit(administrator);
        return HERE + "/requests/" + outside.request(algorithm, administrator.personId());
    }

    @GetMapping("/requests/{id}")
    String ask(
            @AuthenticationPrincipal AccountPrincipal administrator,
            @PathVariable UUID id,
            @ModelAttribute("form") ChainForm form,
            Model model) {
        admit(administrator);
        model.addAttribute("request", find(id));
        return "pki/request";
    }

    @GetMapping("/requests/{id}/request.csr")
    ResponseEntity<String> download(@AuthenticationPrincipal AccountPrincipal administrator, @PathVariable UUID id) {
        admit(administrator);
        CertificateRequest request = find(id);
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(request.encoded());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-pem-file"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"issuing-" + request.algorithm().slug() + ".csr\"")
                .body("-----BEGIN CERTIFICATE REQUEST-----\n" + body + "\n-----END CERTIFICATE REQUEST-----\n");
    }

    @PostMapping("/requests/{id}")
    ModelAndView take(
            @AuthenticationPrincipal AccountPrincipal administrator,
            @PathVariable UUID id,
            @ModelAttribute("form") ChainForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Locale locale)
            throws IOException {
        admit(administrator);
        CertificateRequest request = find(id);
        if (form.chain() == null || form.chain().isEmpty() || form.chain().getSize() > LARGEST_FILE) {
            errors.rejectValue("chain", "pki.request.refused.NO_CERTIFICATES");
        } else {
            try {
                outside.accept(id, form.chain().getBytes());
            } catch (ImportRefusedException e) {
                errors.rejectValue("chain", "pki.request.refused." + e.refusal());
            }
        }
        if (errors.hasErrors()) {
            ModelAndView again = new ModelAndView("pki/request", HttpStatus.BAD_REQUEST);
            again.addObject("request", request);
            return again;
        }
        redirect.addFlashAttribute("notice", messages.getMessage("pki.request.taken", null, locale));
        return new ModelAndView(HERE);
    }

    private CertificateRequest find(UUID id) {
        return outside.find(id).orElseThrow(() -> new NotFoundException("Certificate request " + id));
    }

    /** The other bureaus' administrators have no business here. */
    private static void admit(AccountPrincipal administrator) {
        if (administrator.bureau() != Bureau.DATA_ADMINISTRATION) {
            throw new NotFoundException("Keys, for another bureau");
        }
    }
}
