package org.yinxin.application.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.FileInspector;
import org.yinxin.application.ImprintDesk;
import org.yinxin.application.ImprintOffer;
import org.yinxin.application.ImprintSource;
import org.yinxin.imprint.Imprint;
import org.yinxin.imprint.ScanRefusedException;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.UntrustedContent;

/** Asks how the e-seal shall look, and shows every picture before and after its cleaning. */
@Controller
@RequestMapping("/applications/{reference}/imprint")
class ImprintController {

    private static final String PNG = "image/png";
    private static final byte PNG_START = (byte) 0x89;

    private final ApplicantDesk desk;
    private final ImprintDesk imprints;

    ImprintController(ApplicantDesk desk, ImprintDesk imprints) {
        this.desk = desk;
        this.imprints = imprints;
    }

    @GetMapping
    String form(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = editable(me, reference);
        if (application.physicalSeal() == null) {
            return "redirect:" + Paths.page(application.reference(), "physical-seal");
        }
        model.addAttribute("form", new ImprintForm(application.imprintSource(), null));
        return form(application, model);
    }

    @PostMapping
    String choose(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            @ModelAttribute("form") ImprintForm form,
            BindingResult errors,
            Model model) {
        ApplicationView application = editable(me, reference);
        if (application.physicalSeal() == null) {
            return "redirect:" + Paths.page(application.reference(), "physical-seal");
        }
        boolean scan = form.source() == ImprintSource.SCANNED
                && (given(form) || application.imprintSource() != ImprintSource.SCANNED);
        choose(me, application, form, scan, errors);
        if (errors.hasErrors()) {
            return form(application, model);
        }
        return "redirect:"
                + (scan
                        ? Paths.page(application.reference(), "imprint")
                        : Paths.next(desk.find(me.personId(), application.reference())));
    }

    @GetMapping("/drawn")
    ResponseEntity<byte[]> drawn(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        return imprints.drawn(find(me, reference))
                .map(imprint ->
                        UntrustedContent.inline("image/svg+xml", imprint.svg().getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new NotFoundException("drawn imprint of " + reference));
    }

    @GetMapping("/filed")
    ResponseEntity<byte[]> filed(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        return picture(
                imprints.filed(find(me, reference)) instanceof ImprintOffer.Cleaned cleaned
                        ? Optional.of(cleaned.imprint().png())
                        : Optional.empty(),
                reference);
    }

    @GetMapping("/chosen")
    ResponseEntity<byte[]> chosen(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        return picture(imprints.chosen(find(me, reference)).map(Imprint::png), reference);
    }

    @GetMapping("/original")
    ResponseEntity<byte[]> original(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        return picture(imprints.original(find(me, reference)), reference);
    }

    private void choose(
            AccountPrincipal me, ApplicationView application, ImprintForm form, boolean scan, BindingResult errors) {
        ImprintSource source = form.source();
        if (source == null || errors.hasErrors()) {
            errors.rejectValue("source", "application.imprint.missing");
            return;
        }
        try {
            switch (source) {
                case DRAWN_FROM_FILING -> drawn(me, application, errors);
                case AS_FILED -> imprints.chooseFiled(me.personId(), application.reference());
                case SCANNED -> {
                    if (scan) {
                        imprints.chooseScan(me.personId(), application.reference(), bytes(form.file()));
                    }
                }
            }
        } catch (ScanRefusedException e) {
            String field = source == ImprintSource.SCANNED ? "file" : "source";
            errors.rejectValue(field, "application.imprint.refused." + e.refusal());
        }
    }

    private void drawn(AccountPrincipal me, ApplicationView application, BindingResult errors) {
        if (imprints.drawn(application).isEmpty()) {
            errors.rejectValue("source", "application.obstacle.NAME_CANNOT_BE_DRAWN");
        } else {
            imprints.chooseDrawn(me.personId(), application.reference());
        }
    }

    private String form(ApplicationView application, Model model) {
        ImprintOffer offer = imprints.filed(application);
        model.addAttribute("sealApplication", application)
                .addAttribute("drawable", imprints.drawn(application).isPresent())
                .addAttribute("filed", offer instanceof ImprintOffer.Cleaned)
                .addAttribute("refusal", offer instanceof ImprintOffer.Refused refused ? refused.refusal() : null);
        return "application/imprint";
    }

    private ApplicationView editable(AccountPrincipal me, String reference) {
        return Editing.require(find(me, reference), ApplicationPart.PHYSICAL_SEAL);
    }

    private ApplicationView find(AccountPrincipal me, String reference) {
        return desk.find(me.personId(), Paths.reference(reference));
    }

    private static ResponseEntity<byte[]> picture(Optional<byte[]> picture, String reference) {
        byte[] bytes = picture.orElseThrow(() -> new NotFoundException("imprint of " + reference));
        return UntrustedContent.inline(bytes[0] == PNG_START ? PNG : "image/jpeg", bytes);
    }

    private static boolean given(ImprintForm form) {
        return form.file() != null && !form.file().isEmpty();
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null || file.getSize() > FileInspector.LIMIT ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
