package org.yinxin.mandate.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.mandate.DocumentClass;
import org.yinxin.mandate.MandateBook;
import org.yinxin.mandate.MandateLine;
import org.yinxin.mandate.MandateRole;
import org.yinxin.mandate.MandateView;
import org.yinxin.mandate.Offer;
import org.yinxin.mandate.OfferResult;
import org.yinxin.mandate.Offers;
import org.yinxin.seal.SealView;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.Times;

/** A holder writes down a mandate for a person or a machine under their own. */
@Controller
@RequestMapping("/seals/{number}/mandates/new")
class OfferController {

    private final MandateBook book;
    private final Offers offers;
    private final OfferReader reader;
    private final OfferChoices choices;
    private final Clock clock;

    OfferController(MandateBook book, Offers offers, OfferReader reader, OfferChoices choices, Clock clock) {
        this.book = book;
        this.offers = offers;
        this.reader = reader;
        this.choices = choices;
        this.clock = clock;
    }

    /** As what. */
    @GetMapping
    String role(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String number, Locale locale, Model model) {
        SealNumber seal = Paths.seal(number);
        model.addAttribute("seal", book.seal(me.personId(), seal))
                .addAttribute("roles", choices.roles(locale))
                .addAttribute("mayGive", !book.giveable(me.personId(), seal).isEmpty());
        return "mandate/role";
    }

    @GetMapping("/{role}")
    String empty(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String number,
            @PathVariable String role,
            @RequestParam(required = false) UUID above,
            Locale locale,
            Model model) {
        MandateLine own = own(me, number, above);
        SealView seal = book.seal(me.personId(), Paths.seal(number));
        MandateRole as = role(role);
        model.addAttribute("form", suggestion(own.mandate(), seal, as));
        return page(me, seal, as, own, locale, model);
    }

    @PostMapping("/{role}")
    String offer(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String number,
            @PathVariable String role,
            @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        MandateLine own = own(me, number, form.above());
        SealView seal = book.seal(me.personId(), Paths.seal(number));
        MandateRole as = role(role);
        Optional<Offer> offer = reader.read(me.personId(), as, own.mandate(), seal, form, errors);
        if (offer.isEmpty()) {
            return page(me, seal, as, own, locale, model);
        }
        return switch (write(offer.get(), form)) {
            case OfferResult.Refused refused -> {
                refused.problems().forEach(problem -> errors.rejectValue(problem.field(), problem.key()));
                yield page(me, seal, as, own, locale, model);
            }
            case OfferResult.Offered offered -> {
                if (offered.code() == null) {
                    yield Paths.toMandate(offered.mandate()) + "/signature";
                }
                flash.addFlashAttribute("code", offered.code().value());
                yield Paths.toMandate(offered.mandate());
            }
        };
    }

    private OfferResult write(Offer offer, OfferForm form) {
        return offer.role() == MandateRole.MACHINE
                ? offers.toMachine(offer, choices.key(form))
                : offers.toPerson(offer);
    }

    /** From today, for a year at most. */
    private OfferForm suggestion(MandateView own, SealView seal, MandateRole role) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Times.ZONE);
        Instant last =
                own.limits().validTo().isBefore(seal.validTo()) ? own.limits().validTo() : seal.validTo();
        LocalDate end = LocalDate.ofInstant(last, Times.ZONE);
        LocalDate year = today.plusYears(1);
        return new OfferForm(
                own.id(),
                "",
                "",
                "",
                today.toString(),
                (end.isBefore(year) ? end : year).toString(),
                "",
                own.kinds(),
                false);
    }

    private String page(
            AccountPrincipal me, SealView seal, MandateRole role, MandateLine own, Locale locale, Model model) {
        List<MandateLine> powers = book.giveable(me.personId(), seal.number());
        model.addAttribute("seal", seal)
                .addAttribute("role", role)
                .addAttribute("own", own)
                .addAttribute("powers", powers)
                .addAttribute("aboves", choices.powers(powers, locale))
                .addAttribute("kinds", DocumentClass.values())
                .addAttribute("keys", choices.machines(me.personId()))
                .addAttribute("mayDelegate", role.mayDelegate() && own.mandate().depth() < 3);
        return "mandate/offer";
    }

    /** The giver's own mandate: the one that was asked for, or the highest. */
    private MandateLine own(AccountPrincipal me, String number, @Nullable UUID above) {
        return book.giveable(me.personId(), Paths.seal(number)).stream()
                .filter(line -> above == null || line.mandate().id().equals(above))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("No mandate to give from for seal " + number));
    }

    private static MandateRole role(String slug) {
        return Arrays.stream(MandateRole.values())
                .filter(role -> role != MandateRole.LEGAL_REPRESENTATIVE
                        && role.name().toLowerCase(Locale.ROOT).equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Role " + slug));
    }
}
