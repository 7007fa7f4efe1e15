package org.yinxin.seal.web;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.account.AccountPrincipal;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.seal.OwnedSeals;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** A seal's files: for the owner, and the imprint for officers too. */
@RestController
class SealFilesController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType CERTIFICATE = MediaType.parseMediaType("application/pkix-cert");

    private final OwnedSeals owned;
    private final Seals seals;
    private final CertificateAuthority authority;

    SealFilesController(OwnedSeals owned, Seals seals, CertificateAuthority authority) {
        this.owned = owned;
        this.seals = seals;
        this.authority = authority;
    }

    @GetMapping("/seals/{number}/imprint.svg")
    ResponseEntity<byte[]> svg(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean download) {
        SealNumber own = own(person, number).number();
        return file(svg(own), SVG, download ? own + ".svg" : null);
    }

    @GetMapping("/seals/{number}/imprint.png")
    ResponseEntity<byte[]> png(
            @AuthenticationPrincipal AccountPrincipal person,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean download) {
        SealNumber own = own(person, number).number();
        return file(seals.imprintPng(own).orElseThrow(), MediaType.IMAGE_PNG, download ? own + ".png" : null);
    }

    @GetMapping("/seals/{number}/seal.esl")
    ResponseEntity<byte[]> seal(@AuthenticationPrincipal AccountPrincipal person, @PathVariable String number) {
        SealNumber own = own(person, number).number();
        return file(seals.sealFile(own).orElseThrow(), MediaType.APPLICATION_OCTET_STREAM, own + ".esl");
    }

    @GetMapping("/seals/{number}/sm2.crt")
    ResponseEntity<byte[]> sm2(@AuthenticationPrincipal AccountPrincipal person, @PathVariable String number)
            throws CertificateEncodingException {
        SealView own = own(person, number);
        return certificate(own.sm2CertificateId(), own.number() + "-sm2.crt");
    }

    @GetMapping("/seals/{number}/p256.crt")
    ResponseEntity<byte[]> p256(@AuthenticationPrincipal AccountPrincipal person, @PathVariable String number)
            throws CertificateEncodingException {
        SealView own = own(person, number);
        return certificate(own.p256CertificateId(), own.number() + "-p256.crt");
    }

    @GetMapping("/office/seals/{number}/imprint.svg")
    ResponseEntity<byte[]> forOfficers(@PathVariable String number) {
        return file(svg(SealPages.number(number)), SVG, null);
    }

    private SealView own(AccountPrincipal person, String number) {
        return owned.find(person.personId(), SealPages.number(number));
    }

    private byte[] svg(SealNumber number) {
        return seals.imprintSvg(number)
                .orElseThrow(() -> new NotFoundException("Seal " + number))
                .getBytes(StandardCharsets.UTF_8);
    }

    private ResponseEntity<byte[]> certificate(UUID id, String name) throws CertificateEncodingException {
        return file(authority.find(id).orElseThrow().certificate().getEncoded(), CERTIFICATE, name);
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, @Nullable String name) {
        ContentDisposition disposition = name == null
                ? ContentDisposition.inline().build()
                : ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(content);
    }
}
