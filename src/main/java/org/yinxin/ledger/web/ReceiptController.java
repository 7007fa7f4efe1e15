package org.yinxin.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Receipt;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.SendingParties;
import org.yinxin.ledger.reconciliation.RecordFindings;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.RateLimits;
import org.yinxin.site.SiteSettings;

/** Receipts for everyone: what was recorded, when, by whom, and who agrees. They name nobody. */
@Controller
@RequestMapping("/receipts/{entryId}")
class ReceiptController {

    private static final List<String> STEPS =
            List.of("ledger.steps.received", "ledger.steps.sent", "ledger.steps.recorded");

    /** Each asks every party's node. */
    private static final int LOOKS = 600;

    private final Ledger ledger;
    private final ChainReader chain;
    private final SendingParties parties;
    private final RecordFindings findings;
    private final SiteSettings site;
    private final RateLimits limits;

    ReceiptController(
            Ledger ledger,
            ChainReader chain,
            SendingParties parties,
            RecordFindings findings,
            SiteSettings site,
            RateLimits limits) {
        this.ledger = ledger;
        this.chain = chain;
        this.parties = parties;
        this.findings = findings;
        this.site = site;
        this.limits = limits;
    }

    @ModelAttribute
    void keepOutOfSearchEngines(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
    }

    @GetMapping
    String receipt(@PathVariable String entryId, HttpServletRequest request, Model model) {
        limits.take("receipts", request.getRemoteAddr(), LOOKS, Duration.ofMinutes(10));
        Recording recording = recording(entryId);
        model.addAttribute("recording", recording);
        model.addAttribute("steps", STEPS);
        model.addAttribute("step", step(recording));
        model.addAttribute("mismatch", findings.concernEntry(recording.entryId()));
        model.addAttribute("failed", recording.status() == Recording.Status.REFUSED);
        model.addAttribute("address", site.addressOf("/receipts/" + recording.entryId()));
        if (recording.pending()) {
            model.addAttribute("refresh", 3);
            model.addAttribute("elsewhere", parties.elsewhere(recording.sender()));
        }
        Receipt receipt = recording.receipt();
        if (receipt != null) {
            model.addAttribute("receipt", receipt);
            model.addAttribute("witnesses", new Witnesses(chain.witnesses(receipt), chain.embedded()));
        }
        return "ledger/receipt";
    }

    /** The part of a page that says how far the entry is, for the page to put in its place. */
    @GetMapping("/progress")
    String progress(@PathVariable String entryId, @RequestParam(defaultValue = "false") boolean reload, Model model) {
        model.addAttribute("recording", recording(entryId));
        model.addAttribute("reload", reload);
        return "ledger/progress";
    }

    /** The receipt for machines. */
    @GetMapping("/receipt.json")
    ResponseEntity<Recording> json(@PathVariable String entryId) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(recording(entryId));
    }

    private static int step(Recording recording) {
        return switch (recording.status()) {
            case WAITING -> 1;
            case SENT, REFUSED -> 2;
            case RECORDED -> 3;
        };
    }

    private Recording recording(String entryId) {
        try {
            return ledger.recording(UUID.fromString(entryId)).orElseThrow(() -> new NotFoundException("No such entry"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("Not an entry's identifier");
        }
    }
}
