package org.yinxin.sealing.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Recording;
import org.yinxin.seal.SealView;
import org.yinxin.sealing.AuthorisationFile;
import org.yinxin.sealing.SealedDocuments;
import org.yinxin.sealing.SealedDocuments.SealedDocument;
import org.yinxin.sealing.SealedDocuments.SealedState;
import org.yinxin.sealing.StampableSeals;
import org.yinxin.sealing.UseAuthorityView;
import org.yinxin.sealing.UseEnding;
import org.yinxin.sealing.UseMarks;
import org.yinxin.sealing.UseView;
import org.yinxin.sealing.Uses;
import org.yinxin.shared.SealNumber;
import org.yinxin.shared.UseCode;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.PageLinks;

/** What became of a stamping, the sealed document, and the use book. */
@Controller
@RequestMapping("/stamping")
class StampedUseController {

    private static final List<String> STEPS =
            List.of("stamping.use.received", "stamping.use.sealed", "stamping.use.recorded", "stamping.use.confirmed");
    private static final int BOOK_PAGE = 20;

    private final SealedDocuments documents;
    private final Uses uses;
    private final StampableSeals stampable;
    private final Ledger ledger;
    private final UseMarks marks;

    StampedUseController(
            SealedDocuments documents, Uses uses, StampableSeals stampable, Ledger ledger, UseMarks marks) {
        this.documents = documents;
        this.uses = uses;
        this.stampable = stampable;
        this.ledger = ledger;
        this.marks = marks;
    }

    @GetMapping("/uses/{code}")
    String use(@AuthenticationPrincipal AccountPrincipal person, @PathVariable String code, Model model) {
        UseView use = documents.use(person.personId(), code(code));
        Recording recording =
                use.entryId() == null ? null : ledger.recording(use.entryId()).orElse(null);
        SealedState state = documents.state(person.personId(), use.code());
        model.addAttribute("use", use);
        model.addAttribute("state", state);
        model.addAttribute("places", PlanWords.places(state.plan()));
        model.addAttribute("seam", PlanWords.seam(state.plan()));
        model.addAttribute("seal", documents.seal(use));
        model.addAttribute("owner", stampable.isOwner(person.personId(), use.seal()));
        model.addAttribute("ending", UseEnding.of(use.refusal()).key());
        model.addAttribute(
                "authority", documents.authority(person.personId(), use.code()).orElse(null));
        model.addAttribute("recording", recording);
        model.addAttribute("marks", marks.of(use.code()));
        model.addAttribute("mayMark", marks.mayMark(person.personId(), use.code()));
        model.addAttribute("steps", STEPS);
        model.addAttribute("step", step(use, recording));
        return "stamping/use";
    }

    @GetMapping("/uses/{code}/document")
    ResponseEntity<byte[]> document(@AuthenticationPrincipal AccountPrincipal person, @PathVariable String code) {
        SealedDocument document = documents.release(person.personId(), code(code));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.kind().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .cacheControl(CacheControl.noStore())
                .body(document.file());
    }

    /** What was signed and the signature, for anybody who wants to check them with tools of their own. */
    @GetMapping("/uses/{code}/authorisation.json")
    ResponseEntity<byte[]> authorisation(@AuthenticationPrincipal AccountPrincipal person, @PathVariable String code) {
        UseAuthorityView authority = documents
                .authority(person.personId(), code(code))
                .orElseThrow(() -> new NotFoundException("Authorisation of use " + code));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("authorisation-" + code(code) + ".json")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(AuthorisationFile.of(authority));
    }

    @GetMapping("/seals/{number}/uses")
    String book(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        SealView seal = stampable.owned(person.personId(), number(number));
        Page<UseView> book = uses.book(seal.number(), q, PageRequest.of(Math.max(0, page - 1), BOOK_PAGE));
        String address = UriComponentsBuilder.fromPath("/stamping/seals/{number}/uses")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(seal.number(), q)
                .toUriString();
        model.addAttribute("seal", seal);
        model.addAttribute("book", book);
        model.addAttribute("q", q);
        model.addAttribute("recorded", uses.count(seal.number()));
        model.addAttribute("links", PageLinks.of(book, address));
        return "stamping/book";
    }

    @GetMapping("/seals/{number}/imprint.png")
    ResponseEntity<byte[]> imprint(@AuthenticationPrincipal AccountPrincipal person, @PathVariable String number) {
        SealView seal = stampable.of(person.personId(), number(number));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(30)).cachePrivate())
                .body(stampable.imprint(seal));
    }

    /** How many of the steps are behind; sealing and recording happen in this order and nothing overtakes. */
    private static int step(UseView use, @Nullable Recording recording) {
        return switch (use.status()) {
            case REQUESTED, AUTHORISED, VOID -> 1;
            case SEALED -> recording != null && recording.status() == Recording.Status.RECORDED ? 3 : 2;
            case REFUSED -> 2;
            case RECORDED, RELEASED -> STEPS.size();
        };
    }

    private static UseCode code(String typed) {
        return UseCode.parse(typed).orElseThrow(() -> new NotFoundException("Use " + typed));
    }

    private static SealNumber number(String typed) {
        return SealNumber.parse(typed).orElseThrow(() -> new NotFoundException("Seal " + typed));
    }
}
