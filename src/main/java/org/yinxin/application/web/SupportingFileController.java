package org.yinxin.application.web;

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
import org.yinxin.application.FileCheck;
import org.yinxin.application.FileInspector;
import org.yinxin.application.FilePreviews;
import org.yinxin.application.SupportingFile;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.UntrustedContent;
import org.yinxin.site.Uploads;

/** Hands in, replaces, shows and removes the supporting file. */
@Controller
@RequestMapping("/applications/{reference}/supporting-file")
class SupportingFileController {

    private static final String VIEW = "application/supporting-file";

    private final ApplicantDesk desk;
    private final FilePreviews previews;

    SupportingFileController(ApplicantDesk desk, FilePreviews previews) {
        this.desk = desk;
        this.previews = previews;
    }

    @GetMapping
    String form(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        model.addAttribute("form", new SupportingFileForm(null));
        return form(editable(me, reference), model);
    }

    @PostMapping
    String upload(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            @ModelAttribute("form") SupportingFileForm form,
            BindingResult errors,
            Model model) {
        ApplicationView application = editable(me, reference);
        MultipartFile file = form.file();
        boolean chosen = file != null && !file.isEmpty();
        if (chosen || application.fileId() == null) {
            check(me, application, file)
                    .ifPresent(reason -> errors.rejectValue("file", "application.supporting-file.refused." + reason));
        }
        if (errors.hasErrors()) {
            return form(application, model);
        }
        return "redirect:" + Paths.next(desk.find(me.personId(), application.reference()));
    }

    @GetMapping("/removal")
    String removal(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = editable(me, reference);
        model.addAttribute("sealApplication", application).addAttribute("file", file(application));
        return "application/supporting-file-removal";
    }

    @PostMapping("/removal")
    String remove(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        ApplicationView application = editable(me, reference);
        desk.detachFile(me.personId(), application.reference());
        return "redirect:" + Paths.page(application.reference(), "supporting-file");
    }

    @GetMapping("/content")
    ResponseEntity<byte[]> content(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        SupportingFile file = file(desk.find(me.personId(), Paths.reference(reference)));
        return UntrustedContent.attachment(file.name(), file.type().mediaType(), previews.content(file));
    }

    private Optional<FileCheck.Reason> check(
            AccountPrincipal me, ApplicationView application, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return Optional.of(FileCheck.Reason.EMPTY);
        }
        if (file.getSize() > FileInspector.LIMIT) {
            return Optional.of(FileCheck.Reason.TOO_LARGE);
        }
        FileCheck check = desk.attach(me.personId(), application.reference(), name(file), Uploads.bytes(file));
        return check instanceof FileCheck.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    private String form(ApplicationView application, Model model) {
        model.addAttribute("sealApplication", application)
                .addAttribute("asked", Editing.asked(application, ApplicationPart.SUPPORTING_FILE))
                .addAttribute("file", desk.file(application).orElse(null));
        return VIEW;
    }

    private SupportingFile file(ApplicationView application) {
        return desk.file(application).orElseThrow(() -> new NotFoundException("file of " + application.reference()));
    }

    private ApplicationView editable(AccountPrincipal me, String reference) {
        return Editing.require(desk.find(me.personId(), Paths.reference(reference)), ApplicationPart.SUPPORTING_FILE);
    }

    /** The last part of what the browser says, without signs that files cannot have. */
    private static String name(MultipartFile file) {
        String said = String.valueOf(file.getOriginalFilename());
        String last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        if (clean.isEmpty()) {
            return "file";
        }
        return clean.length() > 120 ? clean.substring(clean.length() - 120) : clean;
    }
}
