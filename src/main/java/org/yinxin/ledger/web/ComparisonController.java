package org.yinxin.ledger.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.reconciliation.FindingKind;
import org.yinxin.ledger.reconciliation.FindingRow;
import org.yinxin.ledger.reconciliation.Reconciliation;
import org.yinxin.ledger.reconciliation.RecordFindings;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.PageLinks;

/** What the comparison of database and chain found, for those who oversee the ledger. */
@Controller
@RequestMapping("/office/ledger/comparison")
class ComparisonController {

    private static final int SIZE = 20;

    private final Reconciliation reconciliation;
    private final RecordFindings findings;
    private final Ledger ledger;

    ComparisonController(Reconciliation reconciliation, RecordFindings findings, Ledger ledger) {
        this.reconciliation = reconciliation;
        this.findings = findings;
        this.ledger = ledger;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean mended,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        FindingKind wanted = kind(kind);
        int shown = Math.clamp(page, 1, 1_000_000);
        List<FindingRow> part = findings.list(wanted, mended, SIZE, shown);
        Page<FindingRow> found = new PageImpl<>(part, PageRequest.of(shown - 1, SIZE), findings.count(wanted, mended));
        model.addAttribute("found", found)
                .addAttribute("kinds", FindingKind.values())
                .addAttribute("kind", kind)
                .addAttribute("mended", mended)
                .addAttribute("open", findings.count(null, false))
                .addAttribute("links", PageLinks.of(found, address(wanted, mended)));
        progress(model);
        return "ledger/comparison";
    }

    /** The part of the page that says how far a comparison is. */
    @GetMapping("/progress")
    String progress(Model model) {
        model.addAttribute("running", reconciliation.running().orElse(null))
                .addAttribute("last", reconciliation.last().orElse(null))
                .addAttribute("lastComplete", reconciliation.lastComplete().orElse(null));
        return "ledger/comparison-progress";
    }

    @PostMapping
    String compareNow(@AuthenticationPrincipal(expression = "personId") UUID person) {
        reconciliation.compareNow(person);
        return "redirect:/office/ledger/comparison";
    }

    @GetMapping("/findings/{id}")
    String finding(@PathVariable long id, Model model) {
        FindingRow row = findings.find(id).orElseThrow(() -> new NotFoundException("Finding " + id));
        model.addAttribute("row", row)
                .addAttribute("finding", row.finding())
                .addAttribute(
                        "receipt",
                        Optional.ofNullable(row.finding().about().entry())
                                .flatMap(ledger::recording)
                                .isPresent());
        return "ledger/finding";
    }

    private static @Nullable FindingKind kind(String name) {
        return Arrays.stream(FindingKind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String address(@Nullable FindingKind kind, boolean mended) {
        return UriComponentsBuilder.fromPath("/office/ledger/comparison")
                .queryParamIfPresent("kind", Optional.ofNullable(kind))
                .queryParam("mended", mended)
                .toUriString();
    }
}
