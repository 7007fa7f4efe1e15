package org.yinxin.pki.web;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.PublishedAuthority;
import org.yinxin.pki.TimeStampFamily;
import org.yinxin.shared.Digest;
import org.yinxin.site.SiteSettings;

/** Tells the public which authorities to trust, how to recognise them, where to fetch them and what answers questions. */
@Controller
class AuthorityPageController {

    private final CertificateAuthority authority;
    private final SiteSettings site;
    private final Clock clock;

    AuthorityPageController(CertificateAuthority authority, SiteSettings site, Clock clock) {
        this.authority = authority;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/pki")
    String show(Model model) throws CertificateEncodingException {
        List<Line> lines = new ArrayList<>();
        for (PublishedAuthority published : authority.published()) {
            lines.add(line(published));
        }
        List<Service> services = new ArrayList<>();
        for (TimeStampFamily family : TimeStampFamily.values()) {
            services.add(new Service("pki.service.ocsp", family.name(), site.addressOf("/pki/ocsp/" + family.slug())));
            services.add(new Service("pki.service.tsa", family.name(), site.addressOf("/pki/tsa/" + family.slug())));
        }
        model.addAttribute("lines", lines).addAttribute("services", services);
        return "pki/authorities";
    }

    private Line line(PublishedAuthority published) throws CertificateEncodingException {
        X509Certificate certificate = published.certificate();
        String name = "/pki/" + published.name();
        return new Line(
                "pki.role." + published.role(),
                published.algorithm().name(),
                published.generation(),
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotAfter().toInstant(),
                certificate.getNotAfter().toInstant().isBefore(clock.instant()),
                HexFormat.of().formatHex(Digest.sha256(certificate.getEncoded()).bytes()),
                name + ".crt",
                published.revokes() ? name + ".crl" : "");
    }

    /** One authority; the list's address is empty for those that revoke nothing. */
    public record Line(
            String role,
            String algorithm,
            int generation,
            String subject,
            Instant notAfter,
            boolean over,
            String fingerprint,
            String certificate,
            String list) {}

    /** Something that programs ask over the network. */
    public record Service(String kind, String algorithm, String address) {}
}
