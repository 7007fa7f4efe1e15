package org.yinxin.register.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
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
import org.yinxin.account.People;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.imports.FileEncoding;
import org.yinxin.register.imports.ImportDesk;
import org.yinxin.register.imports.ImportView;
import org.yinxin.register.imports.UnusableFileException;
import org.yinxin.site.Option;
import org.yinxin.site.PageLinks;

/** Imports of the register that the officer's bureau owns: the history, a new file, the template. */
@Controller
@RequestMapping(ImportsController.PATH)
class ImportsController {

    static final String PATH = "/office/register/imports";
    private static final String NEW = "register/import-new";
    private static final int LONGEST_NAME = 120;

    private final ImportDesk desk;
    private final ImportFiles files;
    private final People people;
    private final MessageSource messages;

    ImportsController(ImportDesk desk, ImportFiles files, People people, MessageSource messages) {
        this.desk = desk;
        this.files = files;
        this.people = people;
        this.messages = messages;
    }

    /** The register that the person's bureau owns. */
    static Optional<RegisterKind> owned(AccountPrincipal me) {
        return Stream.of(RegisterKind.values())
                .filter(kind -> RegisterAccess.mayChange(me, kind))
                .findFirst();
    }

    @GetMapping
    String history(
            @AuthenticationPrincipal AccountPrincipal me, @RequestParam(defaultValue = "1") String page, Model model) {
        Optional<RegisterKind> kind = owned(me);
        if (kind.isEmpty()) {
            return "register/imports-elsewhere";
        }
        Page<ImportView> shown = desk.history(kind.get(), Parameters.page(page));
        model.addAttribute("kind", kind.get())
                .addAttribute("imports", shown.getContent())
                .addAttribute(
                        "names",
                        people.named(shown.stream()
                                .map(ImportView::createdBy)
                                .distinct()
                                .toList()))
                .addAttribute("pages", PageLinks.of(shown, PATH));
        return "register/imports";
    }

    @GetMapping("/new")
    String form(@AuthenticationPrincipal AccountPrincipal me, Locale language, Model model) {
        model.addAttribute("form", new ImportForm(null, null));
        return page(kind(me), language, model);
    }

    @PostMapping("/new")
    String upload(
            @AuthenticationPrincipal AccountPrincipal me,
            @ModelAttribute("form") ImportForm form,
            BindingResult errors,
            Locale language,
            Model model)
            throws IOException {
        RegisterKind kind = kind(me);
        MultipartFile file = form.file();
        try {
            UUID id = desk.upload(
                    kind,
                    name(file),
                    file == null ? new byte[0] : file.getBytes(),
                    Parameters.constant(FileEncoding.class, form.encoding() == null ? "" : form.encoding()),
                    me.personId());
            return "redirect:" + PATH + "/" + id;
        } catch (UnusableFileException e) {
            errors.rejectValue("file", e.problem().messageKey(), new Object[] {e.row(), headings(e, language)}, null);
            return page(kind, language, model);
        }
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(@AuthenticationPrincipal AccountPrincipal me, Locale language) {
        RegisterKind kind = kind(me);
        return csv(
                files.template(kind, language),
                messages.getMessage("register.import.template-name." + kind, null, language));
    }

    static ResponseEntity<byte[]> csv(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private String page(RegisterKind kind, Locale language, Model model) {
        model.addAttribute("kind", kind)
                .addAttribute("columns", kind.columns())
                .addAttribute(
                        "encodings",
                        List.of(
                                new Option("", messages.getMessage("register.import.encoding.detect", null, language)),
                                new Option(
                                        "UTF_8", messages.getMessage("register.import.encoding.UTF_8", null, language)),
                                new Option(
                                        "GB18030",
                                        messages.getMessage("register.import.encoding.GB18030", null, language))));
        return NEW;
    }

    private static RegisterKind kind(AccountPrincipal me) {
        return owned(me).orElseThrow(() -> new AccessDeniedException("This bureau owns no register"));
    }

    private static String headings(UnusableFileException problem, Locale language) {
        return String.join(
                "zh".equals(language.getLanguage()) ? "、" : ", ",
                problem.columns().stream()
                        .map(column -> column.heading(language))
                        .toList());
    }

    private static String name(@Nullable MultipartFile file) {
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }
}
