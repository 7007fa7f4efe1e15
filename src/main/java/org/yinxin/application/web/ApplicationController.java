package org.yinxin.application.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.CacheControl;
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
import org.yinxin.account.AccountPrincipal;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicantKeys;
import org.yinxin.application.ApplicationEvent;
import org.yinxin.application.ApplicationSettings;
import org.yinxin.application.ApplicationStatus;
import org.yinxin.application.ApplicationTransitions;
import org.yinxin.application.ApplicationView;
import org.yinxin.application.ImprintDesk;
import org.yinxin.application.NotEditableException;
import org.yinxin.application.Purpose;
import org.yinxin.application.SubmissionView;
import org.yinxin.application.SubmitResult;
import org.yinxin.application.WorkingCalendar;
import org.yinxin.register.MarketRegister;
import org.yinxin.register.SealFilings;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.SealCode;
import org.yinxin.site.NotFoundException;

/** One application: its overview, the last look before it is sent, and the ways to end it. */
@Controller
@RequestMapping("/applications/{reference}")
class ApplicationController {

    private final ApplicantDesk desk;
    private final ImprintDesk imprints;
    private final ApplicantKeys keys;
    private final Milestones milestones;
    private final MarketRegister register;
    private final SealFilings filings;
    private final WorkingCalendar calendar;
    private final ApplicationSettings settings;

    ApplicationController(
            ApplicantDesk desk,
            ImprintDesk imprints,
            ApplicantKeys keys,
            Milestones milestones,
            MarketRegister register,
            SealFilings filings,
            WorkingCalendar calendar,
            ApplicationSettings settings) {
        this.desk = desk;
        this.imprints = imprints;
        this.keys = keys;
        this.milestones = milestones;
        this.register = register;
        this.filings = filings;
        this.calendar = calendar;
        this.settings = settings;
    }

    @GetMapping
    String overview(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = find(me, reference);
        model.addAttribute("sealApplication", application)
                .addAttribute("milestones", milestones.of(application))
                .addAttribute("answerBy", answerBy(application))
                .addAttribute(
                        "withdrawable", ApplicationTransitions.allows(application.status(), ApplicationEvent.WITHDRAW));
        if (application.status().editable()) {
            model.addAttribute("tasks", Task.of(application))
                    .addAttribute(
                            "undrawable",
                            application.purpose() == Purpose.SEAL
                                    && application.imprint() == null
                                    && imprints.nameCannotBeDrawn(application));
            return "application/tasks";
        }
        model.addAttribute("bureaus", Bureau.values())
                .addAttribute("submission", application.submission().orElse(null))
                .addAttribute("file", desk.file(application).orElse(null));
        return "application/overview";
    }

    @GetMapping("/check-answers")
    String check(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = Editing.require(find(me, reference));
        if (!application.missing().isEmpty()) {
            return "redirect:" + Paths.overview(application.reference());
        }
        model.addAttribute("form", new NothingForm());
        return check(application, model);
    }

    @PostMapping("/check-answers")
    String submit(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            @ModelAttribute("form") NothingForm form,
            BindingResult errors,
            Model model) {
        ApplicationView application = find(me, reference);
        return switch (desk.submit(me.personId(), application.reference())) {
            case SubmitResult.Submitted submitted -> "redirect:" + Paths.page(application.reference(), "confirmation");
            case SubmitResult.Incomplete incomplete -> "redirect:" + Paths.overview(application.reference());
            case SubmitResult.Hindered hindered -> {
                hindered.obstacles().forEach(obstacle -> errors.reject("application.obstacle." + obstacle));
                yield check(application, model);
            }
        };
    }

    @GetMapping("/confirmation")
    String confirmation(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = find(me, reference);
        if (!application.status().decidable()) {
            return "redirect:" + Paths.overview(application.reference());
        }
        model.addAttribute("sealApplication", application)
                .addAttribute("answerBy", answerBy(application))
                .addAttribute("promisedDays", settings.promisedDays());
        return "application/confirmation";
    }

    @GetMapping("/withdrawal")
    String withdrawal(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = find(me, reference);
        if (!ApplicationTransitions.allows(application.status(), ApplicationEvent.WITHDRAW)) {
            throw new NotEditableException(application.status());
        }
        model.addAttribute("sealApplication", application);
        return "application/withdrawal";
    }

    @PostMapping("/withdrawal")
    String withdraw(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        ApplicationView application = find(me, reference);
        desk.withdraw(me.personId(), application.reference());
        return "redirect:" + Paths.overview(application.reference());
    }

    @GetMapping("/deletion")
    String deletion(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        ApplicationView application = find(me, reference);
        if (application.status() != ApplicationStatus.DRAFT) {
            throw new NotEditableException(application.status());
        }
        model.addAttribute("sealApplication", application);
        return "application/deletion";
    }

    @PostMapping("/deletion")
    String delete(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        desk.delete(me.personId(), Paths.reference(reference));
        return "redirect:/applications";
    }

    /** The filed imprint of one of the enterprise's physical seals. */
    @GetMapping("/imprints/{code}")
    ResponseEntity<byte[]> imprint(
            @AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, @PathVariable String code) {
        ApplicationView application = find(me, reference);
        byte[] png = SealCode.parse(code)
                .filter(seal -> filings.find(seal)
                        .filter(filing -> filing.uscc().equals(application.uscc()))
                        .isPresent())
                .flatMap(filings::imprint)
                .orElseThrow(() -> new NotFoundException("imprint " + code));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(png);
    }

    private String check(ApplicationView application, Model model) {
        model.addAttribute("sealApplication", application)
                .addAttribute(
                        "entry",
                        Optional.ofNullable(application.uscc())
                                .flatMap(register::find)
                                .orElse(null))
                .addAttribute(
                        "filing",
                        Optional.ofNullable(application.physicalSeal())
                                .flatMap(filings::find)
                                .orElse(null))
                .addAttribute("file", desk.file(application).orElse(null))
                .addAttribute(
                        "key",
                        Optional.ofNullable(application.keyId())
                                .flatMap(id -> keys.find(application.applicantId(), id))
                                .orElse(null))
                .addAttribute("drawable", imprints.drawn(application).isPresent())
                .addAttribute("changed", changed(application));
        return "application/check-answers";
    }

    /** Whether a correction differs from what was returned, as far as the applicant's own answers go. */
    private static boolean changed(ApplicationView application) {
        return application
                .submission()
                .map(last -> !Objects.equals(last.fileId(), application.fileId())
                        || !last.physicalSeal().equals(application.physicalSeal())
                        || !Objects.equals(last.imprint(), application.imprint())
                        || !Objects.equals(last.reason(), application.reason())
                        || last.key() == null
                        || !last.key().keyId().equals(application.keyId())
                        || !last.declaration().equals(application.declaration()))
                .orElse(true);
    }

    private LocalDate answerBy(ApplicationView application) {
        LocalDate from = application
                .submission()
                .map(SubmissionView::at)
                .map(calendar::day)
                .orElseGet(calendar::today);
        return calendar.workingDays().deadline(from, settings.promisedDays());
    }

    private ApplicationView find(AccountPrincipal me, String reference) {
        return desk.find(me.personId(), Paths.reference(reference));
    }
}
