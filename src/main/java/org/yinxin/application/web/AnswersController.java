package org.yinxin.application.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicationPart;
import org.yinxin.application.ApplicationStatus;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.Obstacle;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.SealFiling;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.Uscc;

/** The pages that ask: which enterprise, which physical seal, and whether it is all true. */
@Controller
@RequestMapping("/applications/{reference}")
class AnswersController {

    private final ApplicantDesk desk;

    AnswersController(ApplicantDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/enterprise")
    String enterprise(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = editable(me, reference, ApplicationPart.ENTERPRISE);
        List<EnterpriseEntry> enterprises = choosable(me, application);
        String chosen = application.uscc() != null ? application.uscc().value() : only(enterprises);
        model.addAttribute("form", new EnterpriseForm(chosen));
        return enterprise(application, enterprises, model);
    }

    @PostMapping("/enterprise")
    String enterprise(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            @ModelAttribute("form") EnterpriseForm form,
            BindingResult errors,
            Model model) {
        ApplicationView application = editable(me, reference, ApplicationPart.ENTERPRISE);
        List<EnterpriseEntry> enterprises = choosable(me, application);
        Optional<Uscc> chosen = enterprises.stream()
                .map(EnterpriseEntry::uscc)
                .filter(uscc -> uscc.value().equals(form.uscc()))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("uscc", "application.enterprise.missing");
        } else {
            reject(errors, "uscc", desk.chooseEnterprise(me.personId(), application.reference(), chosen.get()));
        }
        if (errors.hasErrors()) {
            return enterprise(application, enterprises, model);
        }
        return next(me, application);
    }

    @GetMapping("/physical-seal")
    String physicalSeal(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = editable(me, reference, ApplicationPart.PHYSICAL_SEAL);
        if (application.uscc() == null) {
            return "redirect:" + Paths.page(application.reference(), "enterprise");
        }
        List<SealFiling> filings = desk.physicalSeals(application);
        SealCode chosen = application.physicalSeal() != null
                ? application.physicalSeal()
                : filings.size() == 1 ? filings.getFirst().code() : null;
        model.addAttribute("form", new PhysicalSealForm(chosen == null ? null : chosen.value()));
        return physicalSeal(application, filings, model);
    }

    @PostMapping("/physical-seal")
    String physicalSeal(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            @ModelAttribute("form") PhysicalSealForm form,
            BindingResult errors,
            Model model) {
        ApplicationView application = editable(me, reference, ApplicationPart.PHYSICAL_SEAL);
        List<SealFiling> filings = desk.physicalSeals(application);
        Optional<SealCode> chosen = filings.stream()
                .map(SealFiling::code)
                .filter(code -> code.value().equals(form.code()))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("code", "application.physical-seal.missing");
        } else {
            reject(errors, "code", desk.choosePhysicalSeal(me.personId(), application.reference(), chosen.get()));
        }
        if (errors.hasErrors()) {
            return physicalSeal(application, filings, model);
        }
        return next(me, application);
    }

    @GetMapping("/declaration")
    String declaration(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = editable(me, reference, ApplicationPart.DECLARATION);
        model.addAttribute("form", DeclarationForm.of(application.declaration() != null));
        return declaration(application, model);
    }

    @PostMapping("/declaration")
    String declaration(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            @ModelAttribute("form") DeclarationForm form,
            BindingResult errors,
            Model model) {
        ApplicationView application = editable(me, reference, ApplicationPart.DECLARATION);
        if (!form.ticked()) {
            errors.rejectValue("agreed", "application.declaration.missing");
            return declaration(application, model);
        }
        desk.declare(me.personId(), application.reference());
        return next(me, application);
    }

    private static String enterprise(ApplicationView application, List<EnterpriseEntry> enterprises, Model model) {
        model.addAttribute("sealApplication", application)
                .addAttribute("enterprises", enterprises)
                .addAttribute("asked", Editing.asked(application, ApplicationPart.ENTERPRISE));
        return "application/enterprise";
    }

    private static String physicalSeal(ApplicationView application, List<SealFiling> filings, Model model) {
        model.addAttribute("sealApplication", application)
                .addAttribute("filings", filings)
                .addAttribute("asked", Editing.asked(application, ApplicationPart.PHYSICAL_SEAL));
        return "application/physical-seal";
    }

    private static String declaration(ApplicationView application, Model model) {
        model.addAttribute("sealApplication", application)
                .addAttribute("asked", Editing.asked(application, ApplicationPart.DECLARATION));
        return "application/declaration";
    }

    private List<EnterpriseEntry> choosable(AccountPrincipal me, ApplicationView application) {
        return desk.enterprises(me.personId()).stream()
                .filter(entry -> application.status() == ApplicationStatus.DRAFT
                        || entry.uscc().equals(application.uscc()))
                .toList();
    }

    private ApplicationView editable(AccountPrincipal me, String reference, ApplicationPart part) {
        return Editing.require(desk.find(me.personId(), Paths.reference(reference)), part);
    }

    private String next(AccountPrincipal me, ApplicationView application) {
        return "redirect:" + Paths.next(desk.find(me.personId(), application.reference()));
    }

    private static String only(List<EnterpriseEntry> enterprises) {
        return enterprises.size() == 1 ? enterprises.getFirst().uscc().value() : "";
    }

    private static void reject(BindingResult errors, String field, Set<Obstacle> obstacles) {
        obstacles.forEach(obstacle -> errors.rejectValue(field, "application.obstacle." + obstacle));
    }
}
