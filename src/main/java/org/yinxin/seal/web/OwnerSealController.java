package org.yinxin.seal.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.seal.OwnedSeals;
import org.yinxin.seal.SealRenewals;
import org.yinxin.seal.SealView;

/** An owner's seals: the list, and one with its imprint, certificates and history. */
@Controller
class OwnerSealController {

    private final OwnedSeals seals;
    private final SealRenewals renewals;
    private final SealPages pages;

    OwnerSealController(OwnedSeals seals, SealRenewals renewals, SealPages pages) {
        this.seals = seals;
        this.renewals = renewals;
        this.pages = pages;
    }

    @GetMapping("/seals")
    String list(@AuthenticationPrincipal AccountPrincipal person, Model model) {
        model.addAttribute("seals", seals.of(person.personId()));
        return "seal/list";
    }

    @GetMapping("/seals/{number}")
    String show(@AuthenticationPrincipal AccountPrincipal person, @PathVariable String number, Model model) {
        SealView seal = seals.find(person.personId(), SealPages.number(number));
        model.addAttribute("page", pages.forOwner(seal))
                .addAttribute("renewalDue", renewals.isDue(seal))
                .addAttribute("me", person.personId());
        return "seal/show";
    }
}
