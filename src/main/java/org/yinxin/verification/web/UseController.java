package org.yinxin.verification.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.Role;
import org.yinxin.sealing.UseMarks;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.SiteSettings;
import org.yinxin.verification.UseReports;

/** The public page of one use, to which the QR code on a stamped document leads. */
@Controller
class UseController {

    private final UseReports reports;
    private final UseMarks marks;
    private final SiteSettings site;

    UseController(UseReports reports, UseMarks marks, SiteSettings site) {
        this.reports = reports;
        this.marks = marks;
        this.site = site;
    }

    @GetMapping("/u/{code}")
    String use(@AuthenticationPrincipal @Nullable AccountPrincipal me, @PathVariable String code, Model model) {
        UseCode parsed = UseCode.parse(code).orElseThrow(() -> new NotFoundException("Use " + code));
        if (!parsed.value().equals(code)) {
            return "redirect:/u/" + parsed;
        }
        model.addAttribute("report", reports.of(parsed).orElseThrow(() -> new NotFoundException("Use " + parsed)));
        model.addAttribute("mayMark", me != null && marks.mayMark(me.personId(), parsed));
        model.addAttribute("mayDispute", me != null && me.bureau() != null && marks.mayDispute(parsed));
        model.addAttribute("court", me != null && me.role() == Role.CLERK);
        model.addAttribute("address", site.addressOf("/u/" + parsed));
        return "verification/use";
    }

    @ExceptionHandler(NotFoundException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown() {
        return "verification/no-use";
    }
}
