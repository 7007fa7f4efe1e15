package org.yinxin.seal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.seal.OfficeSeals;
import org.yinxin.seal.SealStatus;
import org.yinxin.seal.SealView;
import org.yinxin.site.Option;
import org.yinxin.site.PageLinks;

/** All seals for officers: search, filter, and one with what may be done about it. */
@Controller
class OfficeSealController {

    private final OfficeSeals seals;
    private final SealPages pages;
    private final MessageSource messages;

    OfficeSealController(OfficeSeals seals, SealPages pages, MessageSource messages) {
        this.seals = seals;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping("/office/seals")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        Page<SealView> found = seals.search(q, status(status), page);
        String address = UriComponentsBuilder.fromPath("/office/seals")
                .queryParam("q", "{q}")
                .queryParam("status", "{status}")
                .encode()
                .buildAndExpand(q, status)
                .toUriString();
        model.addAttribute("q", q)
                .addAttribute("status", status)
                .addAttribute("statuses", statuses(locale))
                .addAttribute("seals", found.getContent())
                .addAttribute("total", found.getTotalElements())
                .addAttribute("links", PageLinks.of(found, address));
        return "office-seal/list";
    }

    @GetMapping("/office/seals/{number}")
    String show(@AuthenticationPrincipal AccountPrincipal officer, @PathVariable String number, Model model) {
        SealPage page = pages.forOfficer(SealPages.number(number));
        model.addAttribute("page", page)
                .addAttribute("interventions", Intervention.possible(page.seal(), officer.bureau()));
        return "office-seal/show";
    }

    private List<Option> statuses(Locale locale) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", messages.getMessage("seal.office.all-statuses", null, locale)));
        for (SealStatus status : SealStatus.values()) {
            options.add(new Option(status.name(), messages.getMessage("seal.status." + status, null, locale)));
        }
        return options;
    }

    private static @Nullable SealStatus status(String typed) {
        for (SealStatus status : SealStatus.values()) {
            if (status.name().equals(typed)) {
                return status;
            }
        }
        return null;
    }
}
