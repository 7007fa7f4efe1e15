package org.yinxin.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.EntryKind;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.NodeWatch;
import org.yinxin.ledger.Pace;
import org.yinxin.ledger.Party;
import org.yinxin.ledger.Queue;
import org.yinxin.ledger.Receipt;
import org.yinxin.ledger.RecordSearch;
import org.yinxin.ledger.Records;
import org.yinxin.ledger.SendingParties;
import org.yinxin.ledger.reconciliation.Reconciliation;
import org.yinxin.ledger.reconciliation.RecordFindings;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;
import org.yinxin.site.RateLimits;

/** The records as everybody may see them, and as overseers do, with the nodes' health and what waits. */
@Controller
class RecordsController {

    private static final int SIZE = 20;
    private static final int INCIDENTS = 20;

    private final Ledger ledger;
    private final Records records;
    private final Queue queue;
    private final Pace pace;
    private final SendingParties senders;
    private final NodeWatch nodes;
    private final ChainReader chain;
    private final RateLimits limits;
    private final RecordFindings findings;
    private final Reconciliation reconciliation;

    RecordsController(
            Ledger ledger,
            Records records,
            SendingParties senders,
            Queue queue,
            Pace pace,
            NodeWatch nodes,
            ChainReader chain,
            RateLimits limits,
            RecordFindings findings,
            Reconciliation reconciliation) {
        this.ledger = ledger;
        this.records = records;
        this.senders = senders;
        this.queue = queue;
        this.pace = pace;
        this.nodes = nodes;
        this.chain = chain;
        this.limits = limits;
        this.findings = findings;
        this.reconciliation = reconciliation;
    }

    @GetMapping("/records")
    String everybody(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(required = false) @Nullable Long before,
            HttpServletRequest request,
            Model model) {
        limits.take("records", request.getRemoteAddr(), 120, Duration.ofMinutes(10));
        Optional<String> own = ownPage(q);
        if (own.isPresent()) {
            return "redirect:" + own.get();
        }
        show(q, constant(Party.values(), party), null, before, "/records", model);
        model.addAttribute("party", party).addAttribute("parties", Party.values());
        return "ledger/records";
    }

    @GetMapping("/office/ledger")
    String overseers(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        Optional<String> own = ownPage(q);
        if (own.isPresent()) {
            return "redirect:" + own.get();
        }
        show(q, constant(Party.values(), party), constant(EntryKind.values(), kind), before, "/office/ledger", model);
        model.addAttribute("party", party)
                .addAttribute("kind", kind)
                .addAttribute("parties", Party.values())
                .addAttribute("kinds", EntryKind.values())
                .addAttribute("queue", queue.state())
                .addAttribute("slowAbove", pace.slowAbove())
                .addAttribute("senders", senders.all())
                .addAttribute("mismatches", findings.count(null, false))
                .addAttribute("compared", reconciliation.lastComplete().orElse(null))
                .addAttribute("incidents", records.incidents(INCIDENTS));
        return "ledger/oversight";
    }

    /** A seal's number and a use's code have pages of their own, which say more than a list of records can. */
    private static Optional<String> ownPage(String typed) {
        return SealNumber.parse(typed)
                .map(seal -> "/s/" + seal)
                .or(() -> UseCode.parse(typed).map(use -> "/u/" + use));
    }

    private void show(
            String q,
            @Nullable Party party,
            @Nullable EntryKind kind,
            @Nullable Long before,
            String address,
            Model model) {
        Optional<RecordSearch> search = RecordSearch.of(q, party, kind);
        Records.Part part =
                search.map(wanted -> records.search(wanted, before, SIZE)).orElse(new Records.Part(List.of(), null));
        model.addAttribute("q", q)
                .addAttribute("understood", search.isPresent())
                .addAttribute("pageHasErrors", search.isEmpty())
                .addAttribute("part", part)
                .addAttribute("first", before == null)
                .addAttribute("older", older(address, q, party, kind, part.before()))
                .addAttribute("newest", older(address, q, party, kind, null))
                .addAttribute("picture", picture())
                .addAttribute("oneParty", chain.embedded());
    }

    private ChainPicture picture() {
        Receipt newest = ledger.latest().orElse(null);
        return ChainPicture.of(nodes.health(), newest, newest == null ? List.of() : chain.witnesses(newest));
    }

    private static String older(
            String address, String q, @Nullable Party party, @Nullable EntryKind kind, @Nullable Long before) {
        return UriComponentsBuilder.fromPath(address)
                .queryParam("q", "{q}")
                .queryParamIfPresent("party", Optional.ofNullable(party))
                .queryParamIfPresent("kind", Optional.ofNullable(kind))
                .queryParamIfPresent("before", Optional.ofNullable(before))
                .encode()
                .buildAndExpand(q)
                .toUriString();
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] all, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
