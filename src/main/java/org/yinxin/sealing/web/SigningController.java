package org.yinxin.sealing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.authority.AuthorityKeys;
import org.yinxin.authority.SignatureField;
import org.yinxin.authority.SignatureRefusedException;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.Authorising;
import org.yinxin.sealing.DraftView;
import org.yinxin.sealing.Drafts;
import org.yinxin.sealing.Preparation;
import org.yinxin.sealing.StampResult;
import org.yinxin.sealing.StampableSeals;
import org.yinxin.sealing.Stamping;
import org.yinxin.sealing.plan.StampPlan;
import org.yinxin.shared.Digest;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;

/** The last page before stamping: what is signed, with which mandate, and the signature. */
@Controller
@RequestMapping("/stamping/drafts/{id}")
class SigningController {

    private final Drafts drafts;
    private final StampableSeals stampable;
    private final Authorising authorising;
    private final Stamping stamping;
    private final AuthorityKeys keys;
    private final MandateWords words;

    SigningController(
            Drafts drafts,
            StampableSeals stampable,
            Authorising authorising,
            Stamping stamping,
            AuthorityKeys keys,
            MandateWords words) {
        this.drafts = drafts;
        this.stampable = stampable;
        this.authorising = authorising;
        this.stamping = stamping;
        this.keys = keys;
        this.words = words;
    }

    @GetMapping("/check")
    String check(@AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, Model model, Locale locale) {
        DraftView draft = drafts.of(person.personId(), id);
        String next = DraftPages.next(draft);
        return next.equals(DraftPages.CHECK) ? page(person, draft, model, locale) : DraftPages.redirect(id, next);
    }

    /** @param use the code of the use that the signature is for, as the page showed it */
    @PostMapping("/check")
    String confirm(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String signature,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        DraftView draft = drafts.of(person.personId(), id);
        if (!DraftPages.next(draft).equals(DraftPages.CHECK)) {
            return "redirect:/stamping/drafts/" + id;
        }
        try {
            UseCode code = UseCode.parse(use).orElseThrow(() -> new NotFoundException("Use " + use));
            StampResult result = stamping.stamp(person.personId(), id, code, SignatureField.parse(signature));
            if (result instanceof StampResult.NotAuthorised) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
            return told(result, person, draft, model, locale);
        } catch (SignatureRefusedException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("unsigned", e.refusal().messageKey());
            return page(person, draft, model, locale);
        }
    }

    private String told(StampResult result, AccountPrincipal person, DraftView draft, Model model, Locale locale) {
        switch (result) {
            case StampResult.Stamped stamped -> {
                return "redirect:/stamping/uses/" + stamped.code();
            }
            case StampResult.Impossible impossible ->
                model.addAttribute("impossible", impossible.reason().key());
            case StampResult.NotNow notNow ->
                model.addAttribute("obstacle", notNow.obstacle().key());
            case StampResult.Busy busy -> model.addAttribute("busy", busy.queue());
            case StampResult.NotAuthorised refused ->
                model.addAttribute("obstacle", refused.reason().key());
        }
        return page(person, draft, model, locale);
    }

    @GetMapping("/mandate")
    String mandates(
            @AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, Model model, Locale locale) {
        DraftView draft = drafts.of(person.personId(), id);
        if (!DraftPages.next(draft).equals(DraftPages.CHECK)) {
            return DraftPages.redirect(id, DraftPages.next(draft));
        }
        Preparation preparation = authorising.prepare(person.personId(), id);
        model.addAttribute("draft", draft);
        model.addAttribute("options", words.options(preparation.choices(), locale));
        model.addAttribute("form", new MandateForm(MandateWords.chosen(preparation)));
        return "stamping/mandate";
    }

    @PostMapping("/mandate")
    String choose(
            @AuthenticationPrincipal AccountPrincipal person, @PathVariable UUID id, @RequestParam String mandate) {
        drafts.choose(person.personId(), id, mandate(mandate));
        return DraftPages.redirect(id, DraftPages.CHECK);
    }

    private String page(AccountPrincipal person, DraftView draft, Model model, Locale locale) {
        SealView seal = stampable.of(draft);
        StampPlan plan = Objects.requireNonNull(draft.plan());
        Preparation preparation = authorising.prepare(person.personId(), draft.id());
        if (preparation instanceof Preparation.Ready ready) {
            model.addAttribute("ready", ready);
            model.addAttribute("mandate", words.of(ready.mandate(), locale));
            model.addAttribute(
                    "signing", keys.prompt(ready.mandate().key(), ready.digest(), words.signing(draft, seal, locale)));
        } else if (preparation instanceof Preparation.Lacking lacking) {
            model.addAttribute("lack", lacking.lack().key());
        }
        model.addAttribute("severalMandates", preparation.choices().size() > 1);
        model.addAttribute("draft", draft);
        model.addAttribute("sha256", draft.fileDigest().hex().substring(2));
        model.addAttribute("seal", seal);
        model.addAttribute("owner", stampable.isOwner(person.personId(), draft.seal()));
        model.addAttribute("places", PlanWords.places(plan));
        model.addAttribute("seam", PlanWords.seam(plan));
        model.addAttribute("sheets", Sheets.stamped(draft, seal, plan));
        model.addAttribute("strips", Strip.preview(draft, seal, plan.seam()));
        model.addAttribute(
                "stripsInAll", plan.seam() == null ? 0 : plan.seam().slices().size());
        return "stamping/check";
    }

    private static Digest mandate(String hex) {
        try {
            return Digest.fromHex(hex);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("Mandate " + hex);
        }
    }
}
