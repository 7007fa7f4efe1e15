package org.yinxin.sealing.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.mandate.MandateLine;
import org.yinxin.mandate.MandateView;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.sealing.OwnUses;
import org.yinxin.sealing.UseView;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.Option;
import org.yinxin.site.PageLinks;

/** A person's own book of uses, over all seals and mandates of theirs. */
@Controller
class OwnUsesController {

    private static final int ROWS = 20;

    private final OwnUses uses;
    private final Seals seals;
    private final MessageSource messages;

    OwnUsesController(OwnUses uses, Seals seals, MessageSource messages) {
        this.uses = uses;
        this.seals = seals;
        this.messages = messages;
    }

    @GetMapping("/stamping/uses")
    String book(
            @AuthenticationPrincipal AccountPrincipal person,
            @RequestParam(defaultValue = "") String mandate,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            Locale locale,
            Model model) {
        UUID chosen = mandate.isEmpty() ? null : id(mandate);
        int number = page.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(page)) : 1;
        Page<UseView> book = uses.of(person.personId(), chosen, q, PageRequest.of(number - 1, ROWS));
        List<MandateLine> held = uses.mandates(person.personId());
        Map<SealNumber, SealView> named = named(book, held);
        model.addAttribute("book", book.getContent())
                .addAttribute("enterprises", enterprises(named))
                .addAttribute("options", options(held, named, locale))
                .addAttribute("mandate", mandate)
                .addAttribute("q", q)
                .addAttribute("missing", uses.missing(person.personId()))
                .addAttribute("links", PageLinks.of(book, address(mandate, q)));
        return "stamping/own-uses";
    }

    private Map<SealNumber, SealView> named(Page<UseView> book, List<MandateLine> held) {
        return Stream.concat(
                        book.stream().map(UseView::seal),
                        held.stream().map(MandateLine::mandate).map(MandateView::seal))
                .distinct()
                .flatMap(number -> seals.find(number).stream())
                .collect(Collectors.toMap(SealView::number, Function.identity()));
    }

    private static Map<String, String> enterprises(Map<SealNumber, SealView> seals) {
        return seals.values().stream()
                .collect(Collectors.toMap(seal -> seal.number().value(), SealView::enterpriseName));
    }

    private List<Option> options(List<MandateLine> held, Map<SealNumber, SealView> named, Locale locale) {
        return held.stream()
                .map(MandateLine::mandate)
                .filter(mandate -> named.containsKey(mandate.seal()))
                .map(mandate -> new Option(mandate.id().toString(), words(mandate, named, locale)))
                .toList();
    }

    private String words(MandateView mandate, Map<SealNumber, SealView> named, Locale locale) {
        SealView seal = named.get(mandate.seal());
        return messages.getMessage(
                "stamping.own.option",
                new Object[] {
                    seal == null ? "" : seal.enterpriseName(),
                    messages.getMessage(mandate.role().key(), null, locale),
                    messages.getMessage(mandate.status().key(), null, locale)
                },
                locale);
    }

    private static String address(String mandate, String q) {
        return UriComponentsBuilder.fromPath("/stamping/uses")
                .queryParam("mandate", "{mandate}")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(mandate, q)
                .toUriString();
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("Mandate " + typed);
        }
    }
}
