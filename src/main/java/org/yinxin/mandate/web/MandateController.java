package org.yinxin.mandate.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.account.People;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Recording;
import org.yinxin.mandate.IllegalMandateStepException;
import org.yinxin.mandate.MandateBook;
import org.yinxin.mandate.MandateEvent;
import org.yinxin.mandate.MandateFile;
import org.yinxin.mandate.MandateView;
import org.yinxin.mandate.Offers;
import org.yinxin.site.QrCode;
import org.yinxin.site.SiteSettings;

/** One mandate: what it allows, where it stands, what happened to it, and what its reader may do. */
@Controller
@RequestMapping("/mandates/{id:[0-9a-f-]{36}}")
class MandateController {

    private final MandateBook book;
    private final Offers offers;
    private final AuthorityKeys keys;
    private final Ledger ledger;
    private final People people;
    private final SiteSettings site;

    MandateController(
            MandateBook book, Offers offers, AuthorityKeys keys, Ledger ledger, People people, SiteSettings site) {
        this.book = book;
        this.offers = offers;
        this.keys = keys;
        this.ledger = ledger;
        this.people = people;
        this.site = site;
    }

    @GetMapping
    String show(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String id, Model model) {
        MandateFile file = book.file(me.personId(), Paths.mandate(id));
        MandateView mandate = file.mandate().mandate();
        model.addAttribute("file", file)
                .addAttribute("mine", isMine(me, mandate))
                .addAttribute("history", history(file.history()));
        if (mandate.holder() != null) {
            keys.find(mandate.holder().keyId()).ifPresent(key -> model.addAttribute("key", key));
        }
        if (model.getAttribute("code") instanceof String code) {
            String address = site.addressOf("/mandates/invitation?code=" + code);
            model.addAttribute("address", address).addAttribute("qr", QrCode.of(address));
        }
        return "mandate/show";
    }

    /** Another invitation code. */
    @PostMapping("/invitation")
    String invite(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String id, RedirectAttributes flash) {
        return attempt(
                Paths.mandate(id),
                flash,
                mandate -> flash.addFlashAttribute(
                        "code", offers.newCode(me.personId(), mandate).value()));
    }

    /** Takes the offer back. */
    @PostMapping("/cancellation")
    String cancel(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String id, RedirectAttributes flash) {
        return attempt(Paths.mandate(id), flash, mandate -> offers.cancel(me.personId(), mandate));
    }

    private static String attempt(UUID mandate, RedirectAttributes flash, Consumer<UUID> what) {
        try {
            what.accept(mandate);
        } catch (IllegalMandateStepException e) {
            flash.addFlashAttribute("problem", "mandate.overtaken");
        }
        return Paths.toMandate(mandate);
    }

    private static boolean isMine(AccountPrincipal me, MandateView mandate) {
        return mandate.holder() != null && mandate.holder().personId().equals(me.personId());
    }

    private List<HistoryLine> history(List<MandateEvent> events) {
        Map<UUID, Recording> recordings = ledger.recordings(events.stream()
                .map(MandateEvent::entryId)
                .filter(Objects::nonNull)
                .toList());
        Map<UUID, String> names = people.named(events.stream()
                .map(MandateEvent::personId)
                .filter(Objects::nonNull)
                .toList());
        return events.reversed().stream()
                .map(event -> HistoryLine.of(event, names, recordings))
                .toList();
    }
}
