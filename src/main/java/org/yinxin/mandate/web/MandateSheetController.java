package org.yinxin.mandate.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.mandate.MandateSheet;
import org.yinxin.mandate.MandateSheets;

/** The file that a machine needs to use its mandate. */
@RestController
class MandateSheetController {

    private final MandateSheets sheets;

    MandateSheetController(MandateSheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping("/mandates/{id:[0-9a-f-]{36}}/mandate.json")
    ResponseEntity<MandateSheet> sheet(@AuthenticationPrincipal AccountPrincipal me, @PathVariable String id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("yinxin-mandate.json")
                                .build()
                                .toString())
                .body(sheets.of(me.personId(), Paths.mandate(id)));
    }
}
