package org.yinxin.seal.web;

import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.seal.OwnedSeals;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.site.QrCode;

/** The certificate of issue: one page to print, or a PDF. */
@Controller
class IssueCertificateController {

    private final OwnedSeals owned;
    private final Seals seals;
    private final SealPages pages;
    private final IssueCertificates certificates;

    IssueCertificateController(OwnedSeals owned, Seals seals, SealPages pages, IssueCertificates certificates) {
        this.owned = owned;
        this.seals = seals;
        this.pages = pages;
        this.certificates = certificates;
    }

    @GetMapping("/seals/{number}/certificate-of-issue")
    String page(
            @AuthenticationPrincipal AccountPrincipal person, @PathVariable String number, Model model, Locale locale) {
        SealPage page = page(person, number);
        IssueCertificate certificate = certificates.of(page, locale);
        model.addAttribute("page", page)
                .addAttribute("certificate", certificate)
                .addAttribute("qr", QrCode.of(certificate.address()));
        return "seal/certificate-of-issue";
    }

    @GetMapping("/seals/{number}/certificate-of-issue.pdf")
    ResponseEntity<byte[]> pdf(
            @AuthenticationPrincipal AccountPrincipal person, @PathVariable String number, Locale locale) {
        SealPage page = page(person, number);
        SealView seal = page.seal();
        byte[] file = IssueCertificatePdf.of(
                certificates.of(page, locale),
                seals.imprintPng(seal.number()).orElseThrow(),
                seal.widthMm(),
                seal.heightMm(),
                locale.toLanguageTag());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(seal.number() + ".pdf")
                                .build()
                                .toString())
                .body(file);
    }

    private SealPage page(AccountPrincipal person, String number) {
        return pages.forOwner(owned.find(person.personId(), SealPages.number(number)));
    }
}
