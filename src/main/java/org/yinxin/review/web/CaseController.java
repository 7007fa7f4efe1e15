package org.yinxin.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.application.DecisionView;
import org.yinxin.application.Outcome;
import org.yinxin.application.Purpose;
import org.yinxin.ledger.Ledger;
import org.yinxin.review.CaseDesk;
import org.yinxin.review.CaseFile;
import org.yinxin.review.Officer;
import org.yinxin.review.ReviewResult;
import org.yinxin.review.Reviews;
import org.yinxin.shared.Bureau;
import org.yinxin.shared.Reference;

/** A case with all that is needed to decide, the decision, and a second look before it is recorded. */
@Controller
@RequestMapping("/office/reviews/{reference}")
class CaseController {

    private static final String PROPOSED = "proposed-decision:";

    private static final String PICTURE = "data:image/png;base64,";

    private final CaseDesk cases;
    private final Reviews reviews;
    private final Desk desk;
    private final Ledger ledger;
    private final MessageSource messages;

    CaseController(CaseDesk cases, Reviews reviews, Desk desk, Ledger ledger, MessageSource messages) {
        this.cases = cases;
        this.reviews = reviews;
        this.desk = desk;
        this.ledger = ledger;
        this.messages = messages;
    }

    @GetMapping
    String open(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            HttpSession session,
            Model model) {
        CaseFile file = file(me, reference);
        ProposedDecision proposed = proposed(session, file);
        model.addAttribute(
                "form", proposed == null ? DecisionForm.empty(file.submitted().round()) : proposed.form());
        return screen(me, file, model);
    }

    @PostMapping
    String propose(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            HttpSession session,
            Model model) {
        CaseFile file = file(me, reference);
        Optional<ProposedDecision> proposed = form.check(file.gate().purpose(), file.checksPassed(), errors);
        if (proposed.isEmpty()) {
            return screen(me, file, model);
        }
        session.setAttribute(PROPOSED + file.gate().reference(), proposed.get());
        return "redirect:" + Desk.path(file.gate().reference()) + "/decision";
    }

    @GetMapping("/decision")
    String confirm(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            HttpSession session,
            Model model) {
        CaseFile file = file(me, reference);
        ProposedDecision proposed = proposed(session, file);
        if (proposed == null) {
            return "redirect:" + Desk.path(file.gate().reference());
        }
        model.addAttribute("file", file)
                .addAttribute("proposed", proposed)
                .addAttribute("last", issues(file, proposed));
        return "review/decision";
    }

    @PostMapping("/decision")
    String record(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale,
            Model model) {
        Officer officer = desk.officer(me);
        CaseFile file = file(me, reference);
        Reference known = file.gate().reference();
        if (!(session.getAttribute(PROPOSED + known) instanceof ProposedDecision proposed)) {
            return "redirect:" + Desk.path(known);
        }
        session.removeAttribute(PROPOSED + known);
        ReviewResult result = reviews.decide(
                officer, known, proposed.round(), proposed.outcome(), proposed.parts(), proposed.reason());
        if (result instanceof ReviewResult.Refused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("file", file(me, reference)).addAttribute("refused", refused);
            return "review/overtaken";
        }
        flash.addFlashAttribute(
                "notice", messages.getMessage("review.decided." + proposed.outcome(), new Object[] {known}, locale));
        return "redirect:" + Desk.path(known);
    }

    private String screen(AccountPrincipal me, CaseFile file, Model model) {
        model.addAttribute("file", file)
                .addAttribute("officer", desk.officer(me))
                .addAttribute("bureaus", Bureau.values())
                .addAttribute("outcomes", Outcome.values())
                .addAttribute("parts", file.gate().purpose().parts())
                .addAttribute(
                        "recordings",
                        ledger.recordings(file.application().decisions().stream()
                                .map(DecisionView::id)
                                .toList()))
                .addAttribute("story", Incident.story(file));
        if (file.gate().purpose() == Purpose.SEAL) {
            imprints(me, file, model);
        }
        return "review/case";
    }

    private void imprints(AccountPrincipal me, CaseFile file, Model model) {
        model.addAttribute(
                "drawable",
                cases.drawnImprint(desk.officer(me), file.application().reference())
                        .isPresent());
        cases.imprintSimilarity(desk.officer(me), file.application().reference())
                .ifPresent(similarity -> model.addAttribute("similarity", similarity)
                        .addAttribute("overlay", PICTURE + Base64.getEncoder().encodeToString(similarity.overlay())));
    }

    private CaseFile file(AccountPrincipal me, String reference) {
        return cases.open(desk.officer(me), Desk.reference(reference));
    }

    /** What was proposed on this very submission; a proposal on an earlier one has lost its ground. */
    private static @Nullable ProposedDecision proposed(HttpSession session, CaseFile file) {
        return session.getAttribute(PROPOSED + file.gate().reference()) instanceof ProposedDecision proposed
                        && proposed.round() == file.submitted().round()
                        && file.objection().isEmpty()
                ? proposed
                : null;
    }

    private static boolean issues(CaseFile file, ProposedDecision proposed) {
        return file.gate().bureau() == Bureau.DATA_ADMINISTRATION && proposed.outcome() == Outcome.APPROVED;
    }
}
