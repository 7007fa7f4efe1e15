package org.yinxin.pki.web;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.CertificateRole;
import org.yinxin.pki.KeyAlgorithm;
import org.yinxin.shared.Digest;

/** Tells the public which authorities to trust, how to recognise them and where to fetch them. */
@Controller
class AuthorityPageController {

    private final CertificateAuthority authority;

    AuthorityPageController(CertificateAuthority authority) {
        this.authority = authority;
    }

    @GetMapping("/pki")
    String show(Model model) throws CertificateEncodingException {
        List<Line> lines = new ArrayList<>();
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            lines.add(line(CertificateRole.ROOT, algorithm, true));
            lines.add(line(CertificateRole.ISSUING, algorithm, true));
        }
        lines.add(line(CertificateRole.MAKER, KeyAlgorithm.SM2, false));
        model.addAttribute("lines", lines);
        return "pki/authorities";
    }

    private Line line(CertificateRole role, KeyAlgorithm algorithm, boolean withList)
            throws CertificateEncodingException {
        X509Certificate certificate = authority.certificate(role, algorithm);
        String name = "/pki/" + role.slug() + "-" + algorithm.slug();
        return new Line(
                "pki.role." + role,
                algorithm.name(),
                certificate.getNotAfter().toInstant(),
                HexFormat.of().formatHex(Digest.sha256(certificate.getEncoded()).bytes()),
                name + ".crt",
                withList ? name + ".crl" : "");
    }

    /** One authority; the list's address is empty for those that revoke nothing. */
    public record Line(
            String role, String algorithm, Instant notAfter, String fingerprint, String certificate, String list) {}
}
