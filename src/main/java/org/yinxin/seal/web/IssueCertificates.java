package org.yinxin.seal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.seal.SealView;
import org.yinxin.seal.web.IssueCertificate.Row;
import org.yinxin.site.SiteSettings;
import org.yinxin.site.Times;

/** Words the certificate of issue. */
@Component
class IssueCertificates {

    private final MessageSource messages;
    private final Times times;
    private final SiteSettings site;

    IssueCertificates(MessageSource messages, Times times, SiteSettings site) {
        this.messages = messages;
        this.times = times;
        this.site = site;
    }

    IssueCertificate of(SealPage page, Locale locale) {
        SealView seal = page.seal();
        List<Row> rows = new ArrayList<>();
        rows.add(row("enterprise", seal.enterpriseName(), locale));
        if (seal.enterpriseNameEn() != null) {
            rows.add(row("enterprise-en", seal.enterpriseNameEn(), locale));
        }
        rows.add(row("uscc", seal.uscc().grouped(), locale));
        rows.add(row("number", seal.number().grouped(), locale));
        rows.add(row("kind", text("seal.kind." + seal.kind(), locale), locale));
        rows.add(row("physical-seal", seal.physicalSeal().grouped(), locale));
        rows.add(row("issued", times.date(seal.issuedAt(), locale), locale));
        rows.add(row(
                "validity",
                text(
                        "seal.validity.from-to",
                        locale,
                        times.date(seal.validFrom(), locale),
                        times.date(seal.validTo(), locale)),
                locale));
        if (page.root() != null) {
            rows.add(row("key", page.root().key().fingerprint(), locale));
        }
        for (SealPage.CertificateLine certificate : page.certificates()) {
            rows.add(row("certificate-" + certificate.algorithm(), certificate.serial(), locale));
        }
        return new IssueCertificate(
                text("seal.certificate.title", locale),
                text("seal.certificate.statement", locale),
                List.copyOf(rows),
                text("seal.certificate.check", locale),
                site.addressOf("/s/" + seal.number()),
                text("seal.certificate.note", locale));
    }

    private Row row(String key, String value, Locale locale) {
        return new Row(text("seal.certificate." + key, locale), value);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
