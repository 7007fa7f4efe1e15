package org.yinxin.verification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.site.PageLinks;
import org.yinxin.site.RateLimits;
import org.yinxin.site.SiteSettings;
import org.yinxin.verification.FoundSeal;
import org.yinxin.verification.SealSearch;

/** Where everybody who wants to check something begins. */
@Controller
class CheckController {

    private static final int SEARCHES_A_MINUTE = 30;
    private static final int LINES_A_PAGE = 10;
    private static final int LONGEST = 200;

    private final SealSearch search;
    private final RateLimits limits;
    private final SiteSettings site;

    CheckController(SealSearch search, RateLimits limits, SiteSettings site) {
        this.search = search;
        this.limits = limits;
        this.site = site;
    }

    @GetMapping("/check")
    String hub(Model model) {
        model.addAttribute("address", site.addressOf("/"));
        return "verification/hub";
    }

    @GetMapping("/check/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        String typed = q.strip();
        if (typed.isEmpty()) {
            return "redirect:/check";
        }
        model.addAttribute("q", typed);
        limits.take("search", request.getRemoteAddr(), SEARCHES_A_MINUTE, Duration.ofMinutes(1));
        SealSearch.Result result = typed.length() > LONGEST ? new SealSearch.Result.Nothing() : search.find(typed);
        return switch (result) {
            case SealSearch.Result.OneSeal seal -> "redirect:/s/" + seal.number();
            case SealSearch.Result.OneUse use -> "redirect:/u/" + use.code();
            case SealSearch.Result.Several several -> {
                show(several.lines(), page, typed, model);
                yield "verification/search";
            }
            case SealSearch.Result.Nothing nothing -> "verification/search";
        };
    }

    private static void show(List<FoundSeal> lines, int page, String typed, Model model) {
        int last = (lines.size() - 1) / LINES_A_PAGE;
        int shown = Math.clamp(page - 1L, 0, last);
        List<FoundSeal> part = lines.subList(shown * LINES_A_PAGE, Math.min(lines.size(), (shown + 1) * LINES_A_PAGE));
        Page<FoundSeal> found = new PageImpl<>(part, PageRequest.of(shown, LINES_A_PAGE), lines.size());
        String address = UriComponentsBuilder.fromPath("/check/search")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(typed)
                .toUriString();
        model.addAttribute("found", found);
        model.addAttribute("pages", PageLinks.of(found, address));
    }
}
