package org.yinxin.seal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.account.People;
import org.yinxin.application.KeyReplacementDesk;
import org.yinxin.ledger.Ledger;
import org.yinxin.ledger.Recording;
import org.yinxin.pki.CertificateAuthority;
import org.yinxin.pki.IssuedCertificate;
import org.yinxin.seal.SealActor;
import org.yinxin.seal.SealEvent;
import org.yinxin.seal.SealRoots;
import org.yinxin.seal.SealView;
import org.yinxin.seal.Seals;
import org.yinxin.seal.web.SealPage.CertificateLine;
import org.yinxin.seal.web.SealPage.Line;
import org.yinxin.shared.SealNumber;
import org.yinxin.site.NotFoundException;

/** Puts together what pages about one seal show. */
@Component
class SealPages {

    private final Seals seals;
    private final SealRoots roots;
    private final KeyReplacementDesk replacements;
    private final Ledger ledger;
    private final People people;
    private final CertificateAuthority authority;

    SealPages(
            Seals seals,
            SealRoots roots,
            KeyReplacementDesk replacements,
            Ledger ledger,
            People people,
            CertificateAuthority authority) {
        this.seals = seals;
        this.roots = roots;
        this.replacements = replacements;
        this.ledger = ledger;
        this.people = people;
        this.authority = authority;
    }

    static SealNumber number(String inAddress) {
        return SealNumber.parse(inAddress)
                .filter(number -> number.value().equals(inAddress))
                .orElseThrow(() -> new NotFoundException("Seal number " + inAddress));
    }

    SealPage forOwner(SealView seal) {
        return page(seal, false);
    }

    SealPage forOfficer(SealNumber number) {
        return page(seals.find(number).orElseThrow(() -> new NotFoundException("Seal " + number)), true);
    }

    private SealPage page(SealView seal, boolean withNames) {
        List<SealEvent> events = seals.history(seal.number());
        Map<UUID, Recording> recordings = ledger.recordings(
                events.stream().map(SealEvent::entryId).filter(Objects::nonNull).toList());
        Map<UUID, String> names = withNames ? names(events) : Map.of();
        List<Line> history = events.reversed().stream()
                .map(event -> line(event, recordings, names))
                .toList();
        return new SealPage(
                seal,
                history,
                List.of(line(seal.sm2CertificateId()), line(seal.p256CertificateId())),
                roots.current(seal.number()).orElse(null),
                replacements.underWay(seal.number()).orElse(null));
    }

    private Map<UUID, String> names(List<SealEvent> events) {
        return new HashMap<>(people.named(events.stream()
                .map(SealEvent::personId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
    }

    private static Line line(SealEvent event, Map<UUID, Recording> recordings, Map<UUID, String> names) {
        String who = event.who() == SealActor.BUREAU ? "seal.bureau." + event.bureau() : "seal.actor." + event.who();
        return new Line(
                event.at(),
                event.what(),
                who,
                event.personId() == null ? null : names.get(event.personId()),
                event.ground() == null ? null : "seal.revocation-ground." + event.ground(),
                event.who() == SealActor.BUREAU ? event.reason() : null,
                recording(event.entryId(), recordings));
    }

    private static @Nullable Recording recording(@Nullable UUID entryId, Map<UUID, Recording> recordings) {
        return entryId == null ? null : recordings.get(entryId);
    }

    private CertificateLine line(UUID certificateId) {
        IssuedCertificate issued = authority.find(certificateId).orElseThrow();
        return new CertificateLine(
                issued.algorithm().name(),
                issued.certificate().getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
                issued.certificate().getNotBefore().toInstant(),
                issued.certificate().getNotAfter().toInstant(),
                issued.algorithm().slug() + ".crt");
    }
}
