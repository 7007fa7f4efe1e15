package org.yinxin.mandate.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.mandate.Acceptances;
import org.yinxin.mandate.MandateBook;
import org.yinxin.mandate.MandateLine;
import org.yinxin.mandate.MandateView;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;

/** A person's own mandates, and what is offered to them. */
@Controller
class MyMandatesController {

    private final MandateBook book;
    private final Acceptances acceptances;
    private final Seals seals;

    MyMandatesController(MandateBook book, Acceptances acceptances, Seals seals) {
        this.book = book;
        this.acceptances = acceptances;
        this.seals = seals;
    }

    @GetMapping("/mandates")
    String mine(@AuthenticationPrincipal AccountPrincipal me, Model model) {
        List<MandateLine> mine = book.ofPerson(me.personId());
        List<MandateView> offered = acceptances.offeredTo(me.personId());
        Map<String, SealView> named = Stream.concat(mine.stream().map(MandateLine::mandate), offered.stream())
                .map(MandateView::seal)
                .distinct()
                .flatMap(number -> seals.find(number).stream())
                .collect(Collectors.toMap(seal -> seal.number().value(), Function.identity()));
        model.addAttribute("lines", mine).addAttribute("offered", offered).addAttribute("seals", named);
        return "mandate/mine";
    }
}
