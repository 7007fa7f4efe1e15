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
import org.yinxin.register.FilingOffice;
import org.yinxin.register.FilingRecord;
import org.yinxin.register.FilingSearch;
import org.yinxin.register.FilingSearch.Order;
import org.yinxin.register.FilingStatus;
import org.yinxin.register.RegisterKind;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealKind;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.PageLinks;

/** The filings of physical seals: search, and one filing with its imprint. */
@Controller
@RequestMapping(FilingsController.PATH)
class FilingsController {

    static final String PATH = "/office/register/filings";

    private final FilingOffice office;
    private final ChangeHistory history;
    private final Trail trail;
    private final Choices choices;

    FilingsController(FilingOffice office, ChangeHistory history, Trail trail, Choices choices) {
        this.office = office;
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
        FilingSearch search = new FilingSearch(
                q.strip(),
                Parameters.constant(SealKind.class, kind),
                Parameters.constant(FilingStatus.class, status),
                Optional.ofNullable(Parameters.constant(Order.class, sort)).orElse(Order.CODE),
                "descending".equals(direction),
                Parameters.page(page));
        Page<FilingRecord> found = office.search(search);
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
                        choices.orNone(SealKind.values(), "register.seal-kind.", "register.all-kinds", language))
                .addAttribute(
                        "statuses",
                        choices.orNone(
                                FilingStatus.values(), "register.filing-status.", "register.all-statuses", language))
                .addAttribute("mayChange", RegisterAccess.mayChange(me, RegisterKind.FILINGS));
        return "register/filings";
    }

    @GetMapping("/{code}")
    String show(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String code, Model model) {
        FilingRecord filing =
                SealCode.parse(code).flatMap(office::find).orElseThrow(() -> new NotFoundException("filing " + code));
        model.addAttribute("record", filing)
                .addAttribute("filing", filing.filing())
                .addAttribute("changes", trail.of(history.of(filing.filing().code())))
                .addAttribute("mayChange", RegisterAccess.mayChange(me, RegisterKind.FILINGS));
        return "register/filing";
    }
}
