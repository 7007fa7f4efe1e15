package org.yinxin.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
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
import org.yinxin.review.CaseDesk;
import org.yinxin.review.CaseFile;
import org.yinxin.review.Officer;
import org.yinxin.review.ReviewResult;
import org.yinxin.review.Reviews;
import org.yinxin.shared.Reference;
import org.yinxin.site.Option;

/** Who looks at a case: take it, put it back, hand it to a colleague. */
@Controller
@RequestMapping("/office/reviews/{reference}")
class AssignmentController {

    private final Reviews reviews;
    private final CaseDesk cases;
    private final Desk desk;
    private final MessageSource messages;

    AssignmentController(Reviews reviews, CaseDesk cases, Desk desk, MessageSource messages) {
        this.reviews = reviews;
        this.cases = cases;
        this.desk = desk;
        this.messages = messages;
    }

    @PostMapping("/assignment")
    String take(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            HttpServletResponse response,
            Model model) {
        Officer officer = desk.officer(me);
        Reference known = Desk.reference(reference);
        return answer(officer, known, reviews.take(officer, known), response, model);
    }

    @PostMapping("/release")
    String release(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            HttpServletResponse response,
            Model model) {
        Officer officer = desk.officer(me);
        Reference known = Desk.reference(reference);
        return answer(officer, known, reviews.release(officer, known), response, model);
    }

    @GetMapping("/hand-over")
    String choose(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, Model model) {
        model.addAttribute("form", new HandOverForm(""));
        return form(desk.officer(me), Desk.reference(reference), model);
    }

    @PostMapping("/hand-over")
    String handOver(
            @AuthenticationPrincipal AccountPrincipal me,
            @PathVariable String reference,
            @ModelAttribute("form") HandOverForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale,
            Model model) {
        Officer officer = desk.officer(me);
        Reference known = Desk.reference(reference);
        if (form.colleague() == null || form.colleague().isEmpty()) {
            errors.rejectValue("colleague", "review.hand-over.missing");
            return form(officer, known, model);
        }
        Officer colleague = desk.colleague(officer, form.colleague());
        ReviewResult result = reviews.handOver(officer, known, colleague);
        if (result instanceof ReviewResult.Done) {
            flash.addFlashAttribute(
                    "notice",
                    messages.getMessage("review.hand-over.done", new Object[] {known, colleague.name()}, locale));
        }
        return answer(officer, known, result, response, model);
    }

    private String form(Officer officer, Reference reference, Model model) {
        CaseFile file = cases.open(officer, reference);
        List<Option> colleagues = desk.colleagues(officer).stream()
                .filter(person -> !person.id().equals(file.gate().assignee()))
                .map(person -> new Option(person.id().toString(), person.displayName()))
                .toList();
        model.addAttribute("file", file).addAttribute("colleagues", colleagues);
        return "review/hand-over";
    }

    private String answer(
            Officer officer, Reference reference, ReviewResult result, HttpServletResponse response, Model model) {
        if (result instanceof ReviewResult.Refused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("file", cases.open(officer, reference)).addAttribute("refused", refused);
            return "review/overtaken";
        }
        return "redirect:" + Desk.path(reference);
    }
}
