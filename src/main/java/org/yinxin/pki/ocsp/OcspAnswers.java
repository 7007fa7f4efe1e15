package org.yinxin.pki.ocsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.BouncyCastle;

/** Answers requests about the certificates of the given authorities (RFC 6960). */
public final class OcspAnswers {

    private final DigestCalculatorProvider digests;
    private final Clock clock;
    private final Duration validity;
    private final SignedAnswers signed = new SignedAnswers();

    /** @param validity how long an answer holds; asked for again within a quarter of it, the same one is given */
    public OcspAnswers(Clock clock, Duration validity) {
        this.clock = clock;
        this.validity = validity;
        try {
            digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("BouncyCastle has no digests", e);
        }
    }

    /** @return the OCSPResponse, DER; whatever was sent, there is one */
    public byte[] answer(byte[] request, List<? extends OcspResponder> responders) {
        Optional<OcspQuery> query = OcspQuery.parse(request);
        if (query.isEmpty()) {
            return error(OCSPRespBuilder.MALFORMED_REQUEST);
        }
        Optional<? extends OcspResponder> responder = responders.stream()
                .filter(one -> query.get().certificates().stream().anyMatch(id -> isFrom(one, id)))
                .findFirst();
        // Answers about other authorities' certificates would be worth nothing under our responders' names.
        return responder.isPresent() ? answer(query.get(), responder.get()) : error(OCSPRespBuilder.UNAUTHORIZED);
    }

    private byte[] answer(OcspQuery query, OcspResponder responder) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<CertificateStanding> standings = query.certificates().stream()
                .map(id -> isFrom(responder, id)
                        ? responder.standing(id.getSerialNumber())
                        : new CertificateStanding.Unknown())
                .toList();
        if (query.nonce() != null || query.certificates().size() > 1) {
            return sign(query, responder, standings, now);
        }
        SignedAnswers.Question question = SignedAnswers.Question.of(
                responder.certificate(), query.certificates().getFirst(), standings.getFirst());
        return signed.get(question, now, validity.dividedBy(4), () -> sign(query, responder, standings, now));
    }

    private byte[] sign(OcspQuery query, OcspResponder responder, List<CertificateStanding> standings, Instant now) {
        try {
            X509CertificateHolder certificate = new JcaX509CertificateHolder(responder.certificate());
            BasicOCSPRespBuilder builder =
                    new BasicOCSPRespBuilder(certificate.getSubjectPublicKeyInfo(), digests.get(RespID.HASH_SHA1));
            Date until = Date.from(now.plus(validity));
            for (int i = 0; i < standings.size(); i++) {
                builder.addResponse(query.certificates().get(i), status(standings.get(i)), Date.from(now), until, null);
            }
            if (query.nonce() != null) {
                builder.setResponseExtensions(new Extensions(query.nonce()));
            }
            X509CertificateHolder[] chain = {certificate};
            return encoded(OCSPRespBuilder.SUCCESSFUL, builder.build(responder.signer(), chain, Date.from(now)));
        } catch (OCSPException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("An answer about a certificate could not be put together", e);
        }
    }

    private static @Nullable CertificateStatus status(CertificateStanding standing) {
        return switch (standing) {
            case CertificateStanding.Good good -> CertificateStatus.GOOD;
            case CertificateStanding.Revoked revoked ->
                revoked.reason() == 0
                        ? new RevokedStatus(Date.from(revoked.at()))
                        : new RevokedStatus(Date.from(revoked.at()), revoked.reason());
            case CertificateStanding.Unknown unknown -> new UnknownStatus();
        };
    }

    /** By whichever digest the request uses: SHA-1 mostly, SHA-256 or SM3 now and then. */
    private boolean isFrom(OcspResponder responder, CertificateID id) {
        try {
            return id.matchesIssuer(new JcaX509CertificateHolder(responder.issuer()), digests);
        } catch (OCSPException | CertificateEncodingException e) {
            return false;
        }
    }

    /** An answer without content (RFC 6960, 4.2.1): try later, and the like. */
    public static byte[] tryLater() {
        return error(OCSPRespBuilder.TRY_LATER);
    }

    /** The answer to what is too long to be a request. */
    public static byte[] malformed() {
        return error(OCSPRespBuilder.MALFORMED_REQUEST);
    }

    /** The answer while nothing can be signed. */
    public static byte[] outOfOrder() {
        return error(OCSPRespBuilder.INTERNAL_ERROR);
    }

    private static byte[] error(int status) {
        return encoded(status, null);
    }

    private static byte[] encoded(int status, @Nullable Object content) {
        try {
            return new OCSPRespBuilder().build(status, content).getEncoded();
        } catch (OCSPException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
