package org.yinxin.pki;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.springframework.stereotype.Component;
import org.yinxin.pki.tsp.SteadyTime;
import org.yinxin.pki.tsp.TimeStampResponder;
import org.yinxin.pki.tsp.TokenMaker;

/** The built-in time-stamp authority (RFC 3161), one certificate a family, always the newest. */
@Component
public class BuiltInTimeStamps implements TimeStamper {

    private static final Duration LOOK_FOR_SUCCESSOR = Duration.ofMinutes(1);

    private final CertificateAuthority authority;
    private final KeyCustody keys;
    private final ASN1ObjectIdentifier policy;
    private final Clock clock;
    private final SteadyTime time;
    private final Map<TimeStampFamily, Desk> desks = new EnumMap<>(TimeStampFamily.class);

    BuiltInTimeStamps(CertificateAuthority authority, KeyCustody keys, TimeStampSettings settings, Clock clock) {
        this.authority = authority;
        this.keys = keys;
        this.policy = new ASN1ObjectIdentifier(settings.policy());
        this.clock = clock;
        this.time = new SteadyTime(clock);
    }

    /** The answer to a query, DER; a refusal is an answer as well. */
    public byte[] answer(TimeStampFamily family, byte[] query) {
        return desk(family).responder().answer(query);
    }

    @Override
    public byte[] token(TimeStampFamily family, byte[] digest) {
        try {
            return desk(family).responder().token(family, digest);
        } catch (RuntimeException e) {
            throw new TimeStampUnavailableException(family, "the built-in authority cannot stamp", e);
        }
    }

    private synchronized Desk desk(TimeStampFamily family) {
        Desk known = desks.get(family);
        if (known != null && clock.instant().isBefore(known.openedAt().plus(LOOK_FOR_SUCCESSOR))) {
            return known;
        }
        IssuedCertificate newest = authority.issued(CertificateRole.TSA, family.algorithm());
        Desk desk = known != null && known.certificate().equals(newest.id())
                ? new Desk(newest.id(), known.responder(), clock.instant())
                : new Desk(newest.id(), open(family, newest), clock.instant());
        desks.put(family, desk);
        return desk;
    }

    private TimeStampResponder open(TimeStampFamily family, IssuedCertificate certificate) {
        return new TimeStampResponder(
                family,
                new TokenMaker(family, certificate.chain(), policy),
                policy,
                time,
                () -> new CustodySigner(family.algorithm(), data -> keys.sign(certificate.keyId(), data)));
    }

    private record Desk(UUID certificate, TimeStampResponder responder, Instant openedAt) {}
}
