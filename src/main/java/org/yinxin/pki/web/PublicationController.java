package org.yinxin.pki.web;

import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.CertificateRole;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.pki.PublishedAuthority;
import org.yinxin.site.NotFoundException;

/** Publishes the authorities' certificates and revocation lists (RFC 2585: DER, media types of their own). */
@RestController
class PublicationController {

    private static final MediaType CERTIFICATE = MediaType.parseMediaType("application/pkix-cert");
    private static final MediaType CRL = MediaType.parseMediaType("application/pkix-crl");

    private final CertificateAuthority authority;

    PublicationController(CertificateAuthority authority) {
        this.authority = authority;
    }

    @GetMapping("/pki/{name:(?:root|issuing|maker|tsa|external)-(?:sm2|p256)(?:-\\d{1,4})?}.crt")
    ResponseEntity<byte[]> certificate(@PathVariable String name) throws CertificateEncodingException {
        PublishedAuthority found = authority.published().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Authority " + name));
        return file(found.certificate().getEncoded(), CERTIFICATE, name + ".crt", Duration.ofDays(1));
    }

    @GetMapping({
        "/pki/{role:root|issuing}-{algorithm:sm2|p256}.crl",
        "/pki/{role:root|issuing}-{algorithm:sm2|p256}-{generation:\\d{1,4}}.crl"
    })
    ResponseEntity<byte[]> crl(
            @PathVariable String role,
            @PathVariable String algorithm,
            @PathVariable(required = false) @Nullable Integer generation) {
        byte[] list = authority
                .crl(
                        CertificateRole.valueOf(role.toUpperCase(Locale.ROOT)),
                        KeyAlgorithm.valueOf(algorithm.toUpperCase(Locale.ROOT)),
                        generation == null ? 1 : generation)
                .orElseThrow(() -> new NotFoundException("Revocation list " + role + " " + generation));
        return file(list, CRL, role + "-" + algorithm + ".crl", Duration.ofMinutes(1));
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name, Duration fresh) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .cacheControl(CacheControl.maxAge(fresh).cachePublic())
                .body(content);
    }
}
