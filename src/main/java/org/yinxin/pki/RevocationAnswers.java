package org.yinxin.pki;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.operator.ContentSigner;
import org.springframework.stereotype.Component;
import org.yinxin.pki.CertificateRecords.Record;
import org.yinxin.pki.CertificateRecords.Standing;
import org.yinxin.pki.ocsp.CertificateStanding;
import org.yinxin.pki.ocsp.OcspAnswers;
import org.yinxin.pki.ocsp.OcspResponder;

/** Says of any certificate of ours whether it holds (RFC 6960), by the responder of the authority that issued it. */
@Component
public class RevocationAnswers {

    private static final Duration LOOK_FOR_SUCCESSOR = Duration.ofMinutes(1);

    private final CertificateRecords records;
    private final KeyCustody keys;
    private final Clock clock;
    private final OcspAnswers answers;
    private final Map<KeyAlgorithm, Known> known = new EnumMap<>(KeyAlgorithm.class);

    RevocationAnswers(CertificateRecords records, KeyCustody keys, PkiSettings settings, Clock clock) {
        this.records = records;
        this.keys = keys;
        this.clock = clock;
        this.answers = new OcspAnswers(clock, settings.ocspValidity());
    }

    /** @return the OCSPResponse, DER */
    public byte[] answer(KeyAlgorithm algorithm, byte[] request) {
        return answers.answer(request, responders(algorithm));
    }

    private synchronized List<Responder> responders(KeyAlgorithm algorithm) {
        Known present = known.get(algorithm);
        if (present != null && clock.instant().isBefore(present.at().plus(LOOK_FOR_SUCCESSOR))) {
            return present.responders();
        }
        List<Responder> responders = records.authorities(CertificateRole.ISSUING, algorithm).stream()
                .flatMap(issuing -> responder(issuing).stream())
                .toList();
        known.put(algorithm, new Known(responders, clock.instant()));
        return responders;
    }

    private Optional<Responder> responder(Record issuing) {
        return records.responder(issuing.id()).map(newest -> new Responder(issuing, newest));
    }

    private record Known(List<Responder> responders, Instant at) {}

    private final class Responder implements OcspResponder {

        private final Record issuing;
        private final Record responding;

        Responder(Record issuing, Record responding) {
            this.issuing = issuing;
            this.responding = responding;
        }

        @Override
        public X509Certificate issuer() {
            return issuing.certificate();
        }

        @Override
        public X509Certificate certificate() {
            return responding.certificate();
        }

        @Override
        public CertificateStanding standing(BigInteger serial) {
            Optional<Standing> standing = records.standing(issuing.id(), serial.toByteArray());
            if (standing.isEmpty()) {
                return new CertificateStanding.Unknown();
            }
            RevocationReason reason = standing.get().reason();
            Instant at = standing.get().at();
            return reason == null || at == null
                    ? new CertificateStanding.Good()
                    : new CertificateStanding.Revoked(reason.code(), at);
        }

        @Override
        public ContentSigner signer() {
            return new CustodySigner(responding.algorithm(), data -> keys.sign(responding.keyId(), data));
        }
    }
}
