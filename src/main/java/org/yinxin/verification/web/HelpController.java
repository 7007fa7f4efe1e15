package org.yinxin.verification.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.ledger.ChainReader;
import org.yinxin.site.SiteSettings;

/** What a stranger should know: how it all works, what is kept of people, and how to check without trusting us. */
@Controller
@RequestMapping("/help")
class HelpController {

    private final ChainReader chain;
    private final SiteSettings site;

    HelpController(ChainReader chain, SiteSettings site) {
        this.chain = chain;
        this.site = site;
    }

    @GetMapping("/how-it-works")
    String howItWorks(Model model) {
        model.addAttribute("embedded", chain.embedded());
        return "help/how-it-works";
    }

    @GetMapping("/check-by-hand")
    String checkByHand(Model model) {
        model.addAttribute("commands", Commands.at(site.addressOf("")));
        model.addAttribute("embedded", chain.embedded());
        return "help/check-by-hand";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "help/privacy";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "help/accessibility";
    }
}
