package org.yinxin.verification.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yinxin.site.SiteSettings;

/** Where everybody who wants to check something begins. */
@Controller
class CheckController {

    private final SiteSettings site;

    CheckController(SiteSettings site) {
        this.site = site;
    }

    @GetMapping("/check")
    String hub(Model model) {
        model.addAttribute("address", site.addressOf("/"));
        return "verification/hub";
    }
}
