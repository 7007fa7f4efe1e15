package org.yinxin.register.web;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.register.AlreadyRegisteredException;
import org.yinxin.register.ChangedMeanwhileException;
import org.yinxin.register.Column;
import org.yinxin.register.EnterpriseKind;
import org.yinxin.register.EnterpriseOffice;
import org.yinxin.register.EnterpriseReader;
import org.yinxin.register.EnterpriseRecord;
import org.yinxin.register.EnterpriseRow;
import org.yinxin.register.EnterpriseStatus;
import org.yinxin.register.IdentityCells;
import org.yinxin.register.Reading;
import org.yinxin.register.RegisterKind;
import org.yinxin.shared.Uscc;
import org.yinxin.site.NotFoundException;

/** Adding an enterprise to the market register and changing one, by hand. */
@Controller
@RequestMapping(EnterprisesController.PATH)
class EnterpriseEditController {

    private static final String PAGE = "register/enterprise-form";

    private final EnterpriseOffice office;
    private final EnterpriseReader reader;
    private final IdentityCells identities;
    private final Choices choices;
    private final MessageSource messages;

    EnterpriseEditController(
            EnterpriseOffice office,
            EnterpriseReader reader,
            IdentityCells identities,
            Choices choices,
            MessageSource messages) {
        this.office = office;
        this.reader = reader;
        this.identities = identities;
        this.choices = choices;
        this.messages = messages;
    }

    @ModelAttribute
    void choices(@AuthenticationPrincipal AccountPrincipal me, Locale language, Model model) {
        RegisterAccess.requireChange(me, RegisterKind.ENTERPRISES);
        model.addAttribute("kinds", choices.of(EnterpriseKind.values(), "register.enterprise-kind.", language))
                .addAttribute(
                        "statuses", choices.of(EnterpriseStatus.values(), "register.enterprise-status.", language));
    }

    @GetMapping("/new")
    String empty(Model model) {
        model.addAttribute("form", EnterpriseForm.empty());
        return PAGE;
    }

    @PostMapping("/new")
    String add(
            @AuthenticationPrincipal AccountPrincipal me,
            @ModelAttribute("form") EnterpriseForm form,
            BindingResult errors,
            Locale language,
            RedirectAttributes flash) {
        Optional<EnterpriseRow> row = read(form, null, errors);
        if (row.isEmpty()) {
            return PAGE;
        }
        try {
            office.add(row.get(), me.personId());
        } catch (AlreadyRegisteredException e) {
            errors.rejectValue("uscc", "register.enterprise.form.known");
            return PAGE;
        }
        flash.addFlashAttribute("notice", messages.getMessage("register.enterprise.form.added", null, language));
        return "redirect:" + EnterprisesController.PATH + "/"
                + row.get().entry().uscc();
    }

    @GetMapping("/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        EnterpriseRecord enterprise = find(code);
        model.addAttribute("form", EnterpriseForm.of(enterprise)).addAttribute("enterprise", enterprise.entry());
        return PAGE;
    }

    @PostMapping("/{code}/edit")
    String change(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String code,
            @ModelAttribute("form") EnterpriseForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        EnterpriseRecord enterprise = find(code);
        model.addAttribute("enterprise", enterprise.entry());
        Optional<EnterpriseRow> row = read(form.withUscc(enterprise.entry().uscc()), enterprise, errors);
        if (row.isEmpty()) {
            return PAGE;
        }
        try {
            office.change(row.get(), form.version() == null ? -1 : form.version(), me.personId());
        } catch (ChangedMeanwhileException e) {
            errors.reject("register.changed-meanwhile");
            return PAGE;
        }
        flash.addFlashAttribute("notice", messages.getMessage("register.enterprise.form.changed", null, language));
        return "redirect:" + EnterprisesController.PATH + "/"
                + enterprise.entry().uscc();
    }

    private Optional<EnterpriseRow> read(
            EnterpriseForm form, @Nullable EnterpriseRecord present, BindingResult errors) {
        Function<Column, String> cells =
                column -> column == Column.LEGAL_REPRESENTATIVE_ID ? identity(form, present) : form.cell(column);
        Reading<EnterpriseRow> reading = reader.read(cells, uscc -> present != null);
        if (reading instanceof Reading.Bad<EnterpriseRow> bad) {
            FieldErrors.put(bad.problems(), errors);
            return Optional.empty();
        }
        return Optional.of(((Reading.Good<EnterpriseRow>) reading).entry());
    }

    /** Left empty, the number stays as it is, as long as the person does. */
    private String identity(EnterpriseForm form, @Nullable EnterpriseRecord present) {
        String typed = form.cell(Column.LEGAL_REPRESENTATIVE_ID);
        if (!typed.isBlank()) {
            return identities.seal(typed);
        }
        if (present == null
                || !present.entry()
                        .legalRepresentative()
                        .equals(form.cell(Column.LEGAL_REPRESENTATIVE).strip())) {
            return "";
        }
        return IdentityCells.of(present.entry().legalRepresentativeIdDigest());
    }

    private EnterpriseRecord find(String code) {
        return Uscc.parse(code).flatMap(office::find).orElseThrow(() -> new NotFoundException("enterprise " + code));
    }
}
