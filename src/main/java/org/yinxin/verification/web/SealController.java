package org.yinxin.verification.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.yinxin.seal.Seals;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.SiteSettings;
import org.yinxin.verification.SealReport;
import org.yinxin.verification.SealReports;

/** A seal's public page, to which the QR codes on paper lead: for everybody, for decades. */
@Controller
class SealController {

    private final SealReports reports;
    private final SiteSettings site;
    private final Seals seals;

    SealController(SealReports reports, Seals seals, SiteSettings site) {
        this.reports = reports;
        this.site = site;
        this.seals = seals;
    }

    @GetMapping("/s/{number}")
    String seal(@PathVariable String number, Model model) {
        SealNumber parsed = parse(number);
        if (!parsed.value().equals(number)) {
            return "redirect:/s/" + parsed;
        }
        model.addAttribute("report", report(parsed));
        model.addAttribute("versions", seals.versions(parsed));
        model.addAttribute("address", site.addressOf("/s/" + parsed));
        return "verification/seal";
    }

    @GetMapping("/s/{number:\\d{14}}.json")
    @ResponseBody
    ResponseEntity<SealStatement> json(@PathVariable String number) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(SealStatement.of(report(parse(number))));
    }

    /** The picture never changes for one version of a seal, and its address names the version. */
    @GetMapping("/s/{number:\\d{14}}/imprint.png")
    ResponseEntity<byte[]> imprint(@PathVariable String number) {
        return seals.imprintPng(parse(number))
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                        .body(png))
                .orElseThrow(() -> new NotFoundException("Seal " + number));
    }

    @ExceptionHandler(NotFoundException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown() {
        return "verification/no-seal";
    }

    private SealReport report(SealNumber number) {
        return reports.of(number).orElseThrow(() -> new NotFoundException("Seal " + number));
    }

    private static SealNumber parse(String typed) {
        return SealNumber.parse(typed).orElseThrow(() -> new NotFoundException("Seal " + typed));
    }
}
