package org.yinxin.register.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.register.ChangeHistory;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.EnterpriseKind;
import org.yinxin.register.EnterpriseOffice;
import org.yinxin.register.EnterpriseRecord;
import org.yinxin.register.EnterpriseSearch;
import org.yinxin.register.EnterpriseSearch.Order;
import org.yinxin.register.EnterpriseStatus;
import org.yinxin.register.RegisterKind;
import org.yinxin.register.SealFilings;
import org.yinxin.shared.Uscc;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.PageLinks;

/** The market register: search, and one enterprise with all that is known of it. */
@Controller
@RequestMapping(EnterprisesController.PATH)
class EnterprisesController {

    static final String PATH = "/office/register/enterprises";

    private final EnterpriseOffice office;
    private final SealFilings filings;
    private final ChangeHistory history;
    private final Trail trail;
    private final Choices choices;

    EnterprisesController(
            EnterpriseOffice office, SealFilings filings, ChangeHistory history, Trail trail, Choices choices) {
        this.office = office;
        this.filings = filings;
        this.history = history;
        this.trail = trail;
        this.choices = choices;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal AccountPrincipal me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(defaultValue = "1") String page,
            Locale language,
            Model model) {
        EnterpriseSearch search = new EnterpriseSearch(
                q.strip(),
                Parameters.constant(EnterpriseKind.class, kind),
                Parameters.constant(EnterpriseStatus.class, status),
                Optional.ofNullable(Parameters.constant(Order.class, sort)).orElse(Order.NAME),
                "descending".equals(direction),
                Parameters.page(page));
        Page<EnterpriseEntry> found = office.search(search);
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("q", search.text());
        asked.put("kind", kind);
        asked.put("status", status);
        asked.put("sort", sort);
        asked.put("direction", direction);
        model.addAttribute("asked", asked)
                .addAttribute("found", found)
                .addAttribute("pages", PageLinks.of(found, Parameters.address(PATH, asked)))
                .addAttribute("sorts", SortLink.of(Order.values(), search.order(), search.descending(), PATH, asked))
                .addAttribute(
                        "kinds",
                        choices.orNone(
                                EnterpriseKind.values(), "register.enterprise-kind.", "register.all-kinds", language))
                .addAttribute(
                        "statuses",
                        choices.orNone(
                                EnterpriseStatus.values(),
                                "register.enterprise-status.",
                                "register.all-statuses",
                                language))
                .addAttribute("mayChange", RegisterAccess.mayChange(me, RegisterKind.ENTERPRISES));
        return "register/enterprises";
    }

    @GetMapping("/{code}")
    String show(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String code, Model model) {
        EnterpriseRecord enterprise =
                Uscc.parse(code).flatMap(office::find).orElseThrow(() -> new NotFoundException("enterprise " + code));
        Uscc uscc = enterprise.entry().uscc();
        model.addAttribute("enterprise", enterprise)
                .addAttribute("entry", enterprise.entry())
                .addAttribute("filings", filings.of(uscc))
                .addAttribute("changes", trail.of(history.of(uscc)))
                .addAttribute("mayChange", RegisterAccess.mayChange(me, RegisterKind.ENTERPRISES));
        return "register/enterprise";
    }
}
