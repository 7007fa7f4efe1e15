package org.yinxin.pki.web;

import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Locale;
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

/** Publishes the authorities' certificates and revocation lists (RFC 2585: DER, media types of their own). */
@RestController
class PublicationController {

    private static final MediaType CERTIFICATE = MediaType.parseMediaType("application/pkix-cert");
    private static final MediaType CRL = MediaType.parseMediaType("application/pkix-crl");

    private final CertificateAuthority authority;

    PublicationController(CertificateAuthority authority) {
        this.authority = authority;
    }

    @GetMapping("/pki/{role:root|issuing}-{algorithm:sm2|p256}.crt")
    ResponseEntity<byte[]> certificate(@PathVariable String role, @PathVariable String algorithm)
            throws CertificateEncodingException {
        return certificate(role(role), algorithm(algorithm));
    }

    @GetMapping("/pki/maker-sm2.crt")
    ResponseEntity<byte[]> maker() throws CertificateEncodingException {
        return certificate(CertificateRole.MAKER, KeyAlgorithm.SM2);
    }

    @GetMapping("/pki/{role:root|issuing}-{algorithm:sm2|p256}.crl")
    ResponseEntity<byte[]> crl(@PathVariable String role, @PathVariable String algorithm) {
        return file(
                authority.crl(role(role), algorithm(algorithm)),
                CRL,
                role + "-" + algorithm + ".crl",
                Duration.ofMinutes(1));
    }

    private ResponseEntity<byte[]> certificate(CertificateRole role, KeyAlgorithm algorithm)
            throws CertificateEncodingException {
        return file(
                authority.certificate(role, algorithm).getEncoded(),
                CERTIFICATE,
                role.slug() + "-" + algorithm.slug() + ".crt",
                Duration.ofDays(1));
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name, Duration fresh) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .cacheControl(CacheControl.maxAge(fresh).cachePublic())
                .body(content);
    }

    private static CertificateRole role(String slug) {
        return CertificateRole.valueOf(slug.toUpperCase(Locale.ROOT));
    }

    private static KeyAlgorithm algorithm(String slug) {
        return KeyAlgorithm.valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
