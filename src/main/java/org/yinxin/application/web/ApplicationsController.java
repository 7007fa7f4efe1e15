package org.yinxin.application.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.application.ApplicantDesk;
import org.yinxin.application.ApplicationSettings;
import org.yinxin.application.ApplicationSummary;
import org.yinxin.application.PublicStatus;
import org.yinxin.shared.Reference;
import org.yinxin.site.PageLinks;

/** A person's applications, and the page before a new one. */
@Controller
@RequestMapping("/applications")
class ApplicationsController {

    private static final int PAGE_SIZE = 10;

    private final ApplicantDesk desk;
    private final ApplicationSettings settings;

    ApplicationsController(ApplicantDesk desk, ApplicationSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal AccountPrincipal me,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<String> statuses =
                Arrays.stream(PublicStatus.values()).map(Enum::name).toList();
        String chosen = statuses.contains(status) ? status : "";
        Set<PublicStatus> wanted =
                chosen.isEmpty() ? EnumSet.allOf(PublicStatus.class) : EnumSet.of(PublicStatus.valueOf(chosen));
        Page<ApplicationSummary> shown = desk.list(me.personId(), wanted, Math.max(0, page - 1), PAGE_SIZE);
        model.addAttribute("applications", shown.getContent())
                .addAttribute("statuses", statuses)
                .addAttribute("chosen", chosen)
                .addAttribute(
                        "pages",
                        PageLinks.of(shown, chosen.isEmpty() ? "/applications" : "/applications?status=" + chosen));
        return "application/list";
    }

    @GetMapping("/start")
    String start(@AuthenticationPrincipal AccountPrincipal me, Model model) {
        model.addAttribute("promisedDays", settings.promisedDays())
                .addAttribute("validityYears", settings.sealValidity().toTotalMonths() / 12)
                .addAttribute("bound", !desk.enterprises(me.personId()).isEmpty());
        return "application/start";
    }

    @PostMapping("/start")
    String begin(@AuthenticationPrincipal AccountPrincipal me) {
        Reference reference = desk.start(me.personId());
        return "redirect:" + Paths.page(reference, "enterprise");
    }
}
