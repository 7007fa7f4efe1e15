package org.yinxin.pki.tsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.TimeStampFamily;

/** Answers time-stamp queries (RFC 3161, 2.4), refusing what it must by the failure the standard names. */
public final class TimeStampResponder {

    private static final int SERIAL_BITS = 158;
    private static final int LONGEST_NONCE_BITS = 256;

    private final TokenMaker maker;
    private final ASN1ObjectIdentifier policy;
    private final Set<ASN1ObjectIdentifier> digests;
    private final SteadyTime time;
    private final Supplier<ContentSigner> signers;
    private final SecureRandom random = new SecureRandom();

    public TimeStampResponder(
            TimeStampFamily family,
            TokenMaker maker,
            ASN1ObjectIdentifier policy,
            SteadyTime time,
            Supplier<ContentSigner> signers) {
        this.maker = maker;
        this.policy = policy;
        this.time = time;
        this.signers = signers;
        this.digests = family == TimeStampFamily.SM2
                ? Set.of(GMObjectIdentifiers.sm3)
                : Set.of(
                        NISTObjectIdentifiers.id_sha256,
                        NISTObjectIdentifiers.id_sha384,
                        NISTObjectIdentifiers.id_sha512);
    }

    /** @return the TimeStampResp, DER; a refusal is an answer as well */
    public byte[] answer(byte[] query) {
        TimeStampRequest request;
        try {
            request = new TimeStampRequest(query);
        } catch (IOException | RuntimeException e) {
            return refusal(PKIFailureInfo.badDataFormat, "The query cannot be read.");
        }
        try {
            check(request);
            return granted(token(request));
        } catch (TSPValidationException e) {
            return refusal(e.getFailureCode(), "The query asks for what is not offered here.");
        } catch (SteadyTime.ClockSetBackException e) {
            return refusal(PKIFailureInfo.timeNotAvailable, "The time is not known at the moment.");
        } catch (TSPException e) {
            return refusal(PKIFailureInfo.badRequest, "The query cannot be answered.");
        }
    }

    /** The answer while no token can be signed. */
    public static byte[] outOfOrder() {
        return refusal(PKIFailureInfo.systemFailure, "No time stamp can be signed at the moment.");
    }

    byte[] token(TimeStampRequest request) {
        // Random: unique across instances and restarts, and after the database was restored from a copy.
        BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
        return maker.token(request, serial, time.next(), signers.get());
    }

    /** A token for ourselves, with the authority's certificates. */
    public byte[] token(TimeStampFamily family, byte[] digest) {
        return token(TimeStampQuery.of(family, digest, null));
    }

    private void check(TimeStampRequest request) throws TSPException {
        if (request.getVersion() != 1) {
            throw new TSPValidationException("version", PKIFailureInfo.badRequest);
        }
        BigInteger nonce = request.getNonce();
        if (nonce != null && nonce.bitLength() > LONGEST_NONCE_BITS) {
            throw new TSPValidationException("nonce", PKIFailureInfo.badRequest);
        }
        if (request.hasExtensions()) {
            throw new TSPValidationException("extensions", PKIFailureInfo.unacceptedExtension);
        }
        request.validate(digests, Set.of(policy), Set.of());
    }

    private static byte[] granted(byte[] token) {
        return encoded(new PKIStatusInfo(PKIStatus.granted), ContentInfo.getInstance(token));
    }

    private static byte[] refusal(int failure, String text) {
        return encoded(
                new PKIStatusInfo(PKIStatus.rejection, new PKIFreeText(text), new PKIFailureInfo(failure)), null);
    }

    private static byte[] encoded(PKIStatusInfo status, @Nullable ContentInfo token) {
        try {
            return new TimeStampResp(status, token).getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
