package org.yinxin.review.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.application.FilePreviews;
import org.yinxin.application.FileType;
import org.yinxin.application.SupportingFile;
import org.yinxin.review.CaseDesk;
import org.yinxin.site.NotFoundException;
import org.yinxin.site.UntrustedContent;

/** What is looked at in a case: the supporting file and the two imprints. */
@Controller
@RequestMapping("/office/reviews/{reference}")
class EvidenceController {

    private final CaseDesk cases;
    private final FilePreviews previews;
    private final Desk desk;

    EvidenceController(CaseDesk cases, FilePreviews previews, Desk desk) {
        this.cases = cases;
        this.previews = previews;
        this.desk = desk;
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        SupportingFile file = cases.file(desk.officer(me), Desk.reference(reference));
        return UntrustedContent.attachment(file.name(), file.type().mediaType(), previews.content(file));
    }

    @GetMapping("/file/pages/{page}")
    ResponseEntity<byte[]> page(
            @AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference, @PathVariable int page) {
        SupportingFile file = cases.file(desk.officer(me), Desk.reference(reference));
        if (file.type() == FileType.PDF) {
            return UntrustedContent.inline("image/png", previews.page(file, page));
        }
        if (page != 1) {
            throw new NotFoundException("page " + page + " of a picture");
        }
        return UntrustedContent.inline(file.type().mediaType(), previews.content(file));
    }

    @GetMapping("/imprints/filed")
    ResponseEntity<byte[]> filed(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        return cases.filedImprint(desk.officer(me), Desk.reference(reference))
                .map(png -> UntrustedContent.inline("image/png", png))
                .orElseThrow(() -> new NotFoundException("filed imprint of " + reference));
    }

    @GetMapping("/imprints/chosen")
    ResponseEntity<byte[]> chosen(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        return cases.chosenImprint(desk.officer(me), Desk.reference(reference))
                .map(imprint -> UntrustedContent.inline("image/png", imprint.png()))
                .orElseThrow(() -> new NotFoundException("chosen imprint of " + reference));
    }

    @GetMapping("/imprints/scan")
    ResponseEntity<byte[]> scan(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        return cases.scannedImprint(desk.officer(me), Desk.reference(reference))
                .map(scan -> UntrustedContent.inline(scan[0] == (byte) 0x89 ? "image/png" : "image/jpeg", scan))
                .orElseThrow(() -> new NotFoundException("scan of " + reference));
    }

    @GetMapping("/imprints/drawn")
    ResponseEntity<byte[]> drawn(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String reference) {
        return cases.drawnImprint(desk.officer(me), Desk.reference(reference))
                .map(imprint ->
                        UntrustedContent.inline("image/svg+xml", imprint.svg().getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new NotFoundException("drawn imprint of " + reference));
    }
}
