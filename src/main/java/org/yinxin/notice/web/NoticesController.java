package org.yinxin.notice.web;

import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.notice.Notice;
import org.yinxin.notice.Notices;
import org.yinxin.site.PageLinks;

/** What a person was told, newest first. */
@Controller
@RequestMapping("/notices")
class NoticesController {

    private static final int ROWS = 20;

    private final Notices notices;

    NoticesController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal AccountPrincipal me, @RequestParam(defaultValue = "1") String page, Model model) {
        int number = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
        Page<Notice> shown = notices.of(me.personId(), PageRequest.of(Math.max(1, number) - 1, ROWS));
        model.addAttribute("notices", shown.getContent()).addAttribute("links", PageLinks.of(shown, "/notices"));
        return "notice/list";
    }

    /** Opens one: it is read from then on. */
    @PostMapping("/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
    String open(@AuthenticationPrincipal AccountPrincipal me, @PathVariable UUID id) {
        return "redirect:" + notices.read(me.personId(), id);
    }

    @PostMapping("/all")
    String readAll(@AuthenticationPrincipal AccountPrincipal me) {
        notices.readAll(me.personId());
        return "redirect:/notices";
    }
}
