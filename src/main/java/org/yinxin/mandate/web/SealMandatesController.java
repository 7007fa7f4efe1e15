package org.yinxin.mandate.web;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.mandate.MandateBook;
import org.yinxin.mandate.MandateLine;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.PageLinks;

/** Who may use a seal: its mandates from the root down. */
@Controller
@RequestMapping("/seals/{number}/mandates")
class SealMandatesController {

    private static final int ROWS = 30;

    private final MandateBook book;

    SealMandatesController(MandateBook book) {
        this.book = book;
    }

    @GetMapping
    String overview(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        SealNumber seal = Paths.seal(number);
        List<MandateLine> lines = book.ofSeal(me.personId(), seal, q, over);
        Page<MandateLine> shown = slice(lines, page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1);
        String address = UriComponentsBuilder.fromPath("/seals/" + seal + "/mandates")
                .queryParam("q", "{q}")
                .queryParam("over", over)
                .encode()
                .buildAndExpand(q)
                .toUriString();
        model.addAttribute("seal", book.seal(me.personId(), seal))
                .addAttribute("lines", shown)
                .addAttribute("links", PageLinks.of(shown, address))
                .addAttribute("q", q)
                .addAttribute("over", over)
                .addAttribute("mayGive", !book.giveable(me.personId(), seal).isEmpty());
        return "mandate/seal";
    }

    private static Page<MandateLine> slice(List<MandateLine> lines, int page) {
        int pages = Math.max(1, (lines.size() + ROWS - 1) / ROWS);
        int shown = Math.clamp(page, 1, pages) - 1;
        List<MandateLine> slice = lines.subList(shown * ROWS, Math.min(lines.size(), (shown + 1) * ROWS));
        return new PageImpl<>(slice, PageRequest.of(shown, ROWS), lines.size());
    }
}
