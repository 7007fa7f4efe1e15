package org.yinxin.register.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.People;
import org.yinxin.register.imports.ImportDesk;
import org.yinxin.register.imports.ImportMode;
import org.yinxin.register.imports.ImportProblem;
import org.yinxin.register.imports.ImportStatus;
import org.yinxin.register.imports.ImportView;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.PageLinks;

/** One import, from the preview of its file to the report of what came of it. */
@Controller
@RequestMapping(ImportsController.PATH + "/{id}")
class ImportController {

    private static final String PAGE = "register/import";
    private static final int SECONDS = 3;
    private static final List<String> STEPS = List.of(
            "register.import.step.uploaded",
            "register.import.step.waiting",
            "register.import.step.running",
            "register.import.step.done");

    /** A line of the report with its words. */
    record Line(ImportProblem problem, String words) {}

    private final ImportDesk desk;
    private final ImportFiles files;
    private final People people;
    private final Choices choices;
    private final MessageSource messages;

    ImportController(ImportDesk desk, ImportFiles files, People people, Choices choices, MessageSource messages) {
        this.desk = desk;
        this.files = files;
        this.people = people;
        this.choices = choices;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") String page,
            Locale language,
            Model model) {
        model.addAttribute("form", new ModeForm(null));
        return page(find(me, id), Parameters.page(page), language, model);
    }

    /** The officer's word: take the file, in the chosen way. */
    @PostMapping
    String confirm(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ModeForm form,
            BindingResult errors,
            Locale language,
            Model model) {
        ImportView view = find(me, id);
        ImportMode mode = form.mode();
        if (errors.hasErrors() || mode == null) {
            return page(view, 1, language, model);
        }
        desk.confirm(id, mode);
        return "redirect:" + ImportsController.PATH + "/" + id;
    }

    @PostMapping("/discard")
    String discard(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable UUID id,
            Locale language,
            RedirectAttributes flash) {
        find(me, id);
        if (desk.discard(id)) {
            flash.addFlashAttribute("notice", messages.getMessage("register.import.discarded", null, language));
        }
        return "redirect:" + ImportsController.PATH;
    }

    @PostMapping("/repeat")
    String repeat(@AuthenticationPrincipal AccountPrincipal me, @PathVariable UUID id) {
        find(me, id);
        desk.repeat(id);
        return "redirect:" + ImportsController.PATH + "/" + id;
    }

    @GetMapping("/errors.csv")
    ResponseEntity<byte[]> report(
            @AuthenticationPrincipal AccountPrincipal me, @PathVariable UUID id, Locale language) {
        find(me, id);
        return ImportsController.csv(
                files.report(desk.allProblems(id), language),
                messages.getMessage("register.import.report.name", null, language));
    }

    private String page(ImportView view, int page, Locale language, Model model) {
        Page<ImportProblem> problems = desk.problems(view.id(), page);
        List<Line> lines = problems.stream()
                .map(problem -> new Line(problem, files.words(problem, language)))
                .toList();
        model.addAttribute("view", view)
                .addAttribute("officer", people.named(List.of(view.createdBy())).getOrDefault(view.createdBy(), ""))
                .addAttribute("problems", lines)
                .addAttribute("problemsInAll", problems.getTotalElements())
                .addAttribute("pages", PageLinks.of(problems, ImportsController.PATH + "/" + view.id()))
                .addAttribute("steps", STEPS)
                .addAttribute("seconds", view.status().isMoving() ? SECONDS : null);
        if (view.status() == ImportStatus.UPLOADED) {
            model.addAttribute("columns", view.kind().columns())
                    .addAttribute("preview", desk.preview(view))
                    .addAttribute("modes", choices.of(ImportMode.values(), "register.import.mode.", language));
            desk.sameBefore(view.id()).ifPresent(same -> model.addAttribute("same", same));
        }
        return PAGE;
    }

    /** Another bureau's imports do not exist for this one. */
    private ImportView find(AccountPrincipal me, UUID id) {
        return desk.find(id)
                .filter(view -> RegisterAccess.mayChange(me, view.kind()))
                .orElseThrow(() -> new NotFoundException("import " + id));
    }
}
