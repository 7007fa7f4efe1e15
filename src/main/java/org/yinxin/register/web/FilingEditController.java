package org.yinxin.register.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
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
import org.yinxin.register.AlreadyRegisteredException;
import org.yinxin.register.ChangedMeanwhileException;
import org.yinxin.register.FilingOffice;
import org.yinxin.register.FilingReader;
import org.yinxin.register.FilingRecord;
import org.yinxin.register.FilingRow;
import org.yinxin.register.FilingStatus;
import org.yinxin.register.MarketRegister;
import org.yinxin.register.Reading;
import org.yinxin.register.RegisterKind;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.site.NotFoundException;

/** Filing a physical seal and changing a filing, by hand. */
@Controller
@RequestMapping(FilingsController.PATH)
class FilingEditController {

    private static final String PAGE = "register/filing-form";

    private final FilingOffice office;
    private final FilingReader reader;
    private final MarketRegister register;
    private final Choices choices;
    private final MessageSource messages;

    FilingEditController(
            FilingOffice office,
            FilingReader reader,
            MarketRegister register,
            Choices choices,
            MessageSource messages) {
        this.office = office;
        this.reader = reader;
        this.register = register;
        this.choices = choices;
        this.messages = messages;
    }

    @ModelAttribute
    void choices(@AuthenticationPrincipal AccountPrincipal me, Locale language, Model model) {
        RegisterAccess.requireChange(me, RegisterKind.FILINGS);
        model.addAttribute("kinds", choices.of(SealKind.values(), "register.seal-kind.", language))
                .addAttribute("statuses", choices.of(FilingStatus.values(), "register.filing-status.", language));
    }

    @GetMapping("/new")
    String empty(@RequestParam(defaultValue = "") String uscc, Model model) {
        FilingForm empty = FilingForm.empty();
        model.addAttribute("form", new FilingForm(null, uscc, empty.kind(), empty.status(), empty.filedOn(), null));
        return PAGE;
    }

    @PostMapping("/new")
    String add(
            @AuthenticationPrincipal AccountPrincipal me,
            @ModelAttribute("form") FilingForm form,
            BindingResult errors,
            Locale language,
            RedirectAttributes flash) {
        Optional<FilingRow> row = read(form, errors);
        if (row.isEmpty()) {
            return PAGE;
        }
        try {
            office.add(row.get(), me.personId());
        } catch (AlreadyRegisteredException e) {
            errors.rejectValue("code", "register.filing.form.known");
            return PAGE;
        }
        flash.addFlashAttribute("notice", messages.getMessage("register.filing.form.added", null, language));
        return "redirect:" + FilingsController.PATH + "/" + row.get().code();
    }

    @GetMapping("/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        FilingRecord filing = find(code);
        model.addAttribute("form", FilingForm.of(filing)).addAttribute("filing", filing.filing());
        return PAGE;
    }

    @PostMapping("/{code}/edit")
    String change(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String code,
            @ModelAttribute("form") FilingForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        FilingRecord filing = find(code);
        model.addAttribute("filing", filing.filing());
        Optional<FilingRow> row = read(form.withCode(filing.filing().code()), errors);
        if (row.isEmpty()) {
            return PAGE;
        }
        try {
            office.change(row.get(), form.version() == null ? -1 : form.version(), me.personId());
        } catch (ChangedMeanwhileException e) {
            errors.reject("register.changed-meanwhile");
            return PAGE;
        }
        flash.addFlashAttribute("notice", messages.getMessage("register.filing.form.changed", null, language));
        return "redirect:" + FilingsController.PATH + "/" + filing.filing().code();
    }

    private Optional<FilingRow> read(FilingForm form, BindingResult errors) {
        Reading<FilingRow> reading =
                reader.read(form::cell, uscc -> register.find(uscc).isPresent());
        if (reading instanceof Reading.Bad<FilingRow> bad) {
            FieldErrors.put(bad.problems(), errors);
            return Optional.empty();
        }
        return Optional.of(((Reading.Good<FilingRow>) reading).entry());
    }

    private FilingRecord find(String code) {
        return SealCode.parse(code).flatMap(office::find).orElseThrow(() -> new NotFoundException("filing " + code));
    }
}
