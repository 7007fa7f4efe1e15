package org.yinxin.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.ledger.ChainReader;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.NodeSilentException;
import org.yinxin.ledger.Proofs;
import org.yinxin.ledger.Receipt;
import org.yinxin.ledger.Recording;
import org.yinxin.ledger.proof.ProofFile;
import org.yinxin.ledger.proof.ProofRefusedException;
import org.yinxin.ledger.proof.ProvenEvent;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.RateLimits;
import org.yinxin.site.UntrustedContent;
import org.yinxin.site.Uploads;

/** Proofs of receipts: to take away, and to have checked again years later. */
@Controller
class ProofController {

    private static final int LARGEST = 8_000_000;

    private final Ledger ledger;
    private final Proofs proofs;
    private final ChainReader chain;
    private final RateLimits limits;

    ProofController(Ledger ledger, Proofs proofs, ChainReader chain, RateLimits limits) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.chain = chain;
        this.limits = limits;
    }

    /** The file that somebody hands in. */
    record ProofForm(@Nullable MultipartFile file) {}

    @GetMapping("/receipts/{entryId}/proof.json")
    ResponseEntity<byte[]> proof(@PathVariable UUID entryId, HttpServletRequest request) {
        limits.take("proof", request.getRemoteAddr(), 60, Duration.ofMinutes(10));
        Receipt receipt = ledger.recording(entryId)
                .map(Recording::receipt)
                .orElseThrow(() -> new NotFoundException("No receipt of entry " + entryId));
        byte[] file = ProofFile.write(proofs.of(receipt)).getBytes(StandardCharsets.UTF_8);
        return UntrustedContent.attachment("proof-" + entryId + ".json", "application/json", file);
    }

    @GetMapping("/check/proof")
    String form(Model model) {
        model.addAttribute("form", new ProofForm(null));
        return "ledger/proof-form";
    }

    @PostMapping("/check/proof")
    String check(
            @ModelAttribute("form") ProofForm form, BindingResult errors, HttpServletRequest request, Model model) {
        limits.take("proof-check", request.getRemoteAddr(), 30, Duration.ofMinutes(10));
        MultipartFile file = form.file();
        if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
            errors.rejectValue("file", "ledger.proof.form.error.file");
            return "ledger/proof-form";
        }
        try {
            show(proofs.check(ProofFile.read(Uploads.bytes(file))), model);
        } catch (ProofRefusedException e) {
            model.addAttribute("flaw", e.flaw());
        }
        return "ledger/proof-result";
    }

    /** No node gives the block: the receipt is what it was, only the proof has to wait. */
    @ExceptionHandler(NodeSilentException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String silent() {
        return "ledger/proof-silent";
    }

    private void show(ProvenEvent event, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("ours", proofs.ours(event));
        model.addAttribute("oneParty", chain.embedded());
        model.addAttribute("signers", proofs.signers(event));
        model.addAttribute("validators", proofs.validatorsAt(event.blockNumber()));
        proofs.fact(event).ifPresent(fact -> model.addAttribute("fact", fact));
    }
}
