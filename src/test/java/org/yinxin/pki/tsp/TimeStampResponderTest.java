package org.yinxin.pki.tsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.pki.BouncyCastle;
import org.yinxin.pki.TestAuthority;
import org.yinxin.pki.TimeStampFamily;

class TimeStampResponderTest {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.1.2");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    @ParameterizedTest
    @EnumSource
    void aQueryIsAnsweredAsItWasPut(TimeStampFamily family) throws Exception {
        TestAuthority authority = TestAuthority.stamping(family);
        TimeStampRequest query = query(family, true, BigInteger.TEN);

        byte[] answer = responder(family, authority).answer(query.getEncoded());
        TimeStampResponse response = new TimeStampResponse(answer);
        response.validate(query);

        assertThat(response.getStatus()).isEqualTo(PKIStatus.GRANTED);
        assertThat(response.getTimeStampToken().getTimeStampInfo().getPolicy()).isEqualTo(POLICY);
        assertThat(response.getTimeStampToken().getTimeStampInfo().getGenTime()).isEqualTo(NOW);
        assertThat(response.getTimeStampToken()
                        .getTimeStampInfo()
                        .getGenTimeAccuracy()
                        .getSeconds())
                .isEqualTo(1);
        assertThat(response.getTimeStampToken().getCertificates().getMatches(null))
                .hasSize(2);
        assertThat(new TokenCheck(List.of(authority.root())).accept(query, answer, NOW))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void certificatesAndNonceComeOnlyWhenAskedFor(TimeStampFamily family) throws Exception {
        TimeStampRequest query = query(family, false, null);

        TimeStampResponse response = new TimeStampResponse(
                responder(family, TestAuthority.stamping(family)).answer(query.getEncoded()));

        assertThat(response.getTimeStampToken().getCertificates().getMatches(null))
                .isEmpty();
        assertThat(response.getTimeStampToken().getTimeStampInfo().getNonce()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void noTwoTokensShareASerialNumber(TimeStampFamily family) throws Exception {
        TestAuthority authority = TestAuthority.stamping(family);
        Set<BigInteger> serials = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            byte[] answer = responder(family, authority)
                    .answer(query(family, true, null).getEncoded());
            serials.add(new TimeStampResponse(answer)
                    .getTimeStampToken()
                    .getTimeStampInfo()
                    .getSerialNumber());
        }

        assertThat(serials).hasSize(20).allMatch(each -> each.bitLength() == 159);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalNamesItsReason(TimeStampFamily family) throws Exception {
        TimeStampResponder responder = responder(family, TestAuthority.stamping(family));

        TimeStampRequestGenerator weak = new TimeStampRequestGenerator();
        assertThat(failure(
                        responder,
                        weak.generate(TSPAlgorithms.SHA1, new byte[20]).getEncoded()))
                .isEqualTo(PKIFailureInfo.badAlg);
        TimeStampRequestGenerator short_ = new TimeStampRequestGenerator();
        assertThat(failure(
                        responder,
                        short_.generate(family.digest(), new byte[20]).getEncoded()))
                .isEqualTo(PKIFailureInfo.badDataFormat);
        TimeStampRequestGenerator elsewhere = new TimeStampRequestGenerator();
        elsewhere.setReqPolicy(new ASN1ObjectIdentifier("1.2.3"));
        assertThat(failure(
                        responder,
                        elsewhere.generate(family.digest(), new byte[32]).getEncoded()))
                .isEqualTo(PKIFailureInfo.unacceptedPolicy);
        TimeStampRequestGenerator extended = new TimeStampRequestGenerator();
        extended.addExtension(new ASN1ObjectIdentifier("1.2.3"), true, new byte[] {5, 0});
        assertThat(failure(
                        responder,
                        extended.generate(family.digest(), new byte[32]).getEncoded()))
                .isEqualTo(PKIFailureInfo.unacceptedExtension);
        assertThat(failure(responder, new byte[] {1, 2, 3})).isEqualTo(PKIFailureInfo.badDataFormat);
        assertThat(failure(responder, new byte[0])).isEqualTo(PKIFailureInfo.badDataFormat);
        assertThat(failure(
                        responder,
                        query(family, true, BigInteger.ONE.shiftLeft(300)).getEncoded()))
                .isEqualTo(PKIFailureInfo.badRequest);
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatWasSetBackStampsNothingUntilItCaughtUp(TimeStampFamily family) throws Exception {
        SteadyTime time = new SteadyTime(clock());
        TestAuthority authority = TestAuthority.stamping(family);
        TimeStampResponder responder =
                new TimeStampResponder(family, authority.maker(POLICY), POLICY, time, authority::signer);
        byte[] query = query(family, true, null).getEncoded();
        assertThat(new TimeStampResponse(responder.answer(query)).getStatus()).isEqualTo(PKIStatus.GRANTED);

        now.set(NOW.minus(Duration.ofHours(1)));
        assertThat(failure(responder, query)).isEqualTo(PKIFailureInfo.timeNotAvailable);
        now.set(NOW.minusMillis(400));
        TimeStampResponse slightlyBack = new TimeStampResponse(responder.answer(query));
        assertThat(slightlyBack.getTimeStampToken().getTimeStampInfo().getGenTime())
                .isEqualTo(NOW);
        now.set(NOW.plusSeconds(1));
        assertThat(new TimeStampResponse(responder.answer(query)).getStatus()).isEqualTo(PKIStatus.GRANTED);
    }

    @ParameterizedTest
    @EnumSource
    void answersOfAnotherAuthorityOrToAnotherQueryAreRefused(TimeStampFamily family) throws Exception {
        TestAuthority authority = TestAuthority.stamping(family);
        TimeStampRequest query = query(family, true, BigInteger.TEN);
        byte[] answer = responder(family, authority).answer(query.getEncoded());
        TokenCheck check = new TokenCheck(List.of(authority.root()));

        refused(
                new TokenCheck(List.of(TestAuthority.stamping(family).root())),
                query,
                answer,
                NOW,
                TokenRefusal.UNTRUSTED);
        refused(check, query(family, true, BigInteger.ONE), answer, NOW, TokenRefusal.OTHER_NONCE);
        refused(check, query(family, true, null), answer, NOW, TokenRefusal.OTHER_NONCE);
        refused(check, query, answer, NOW.plus(Duration.ofHours(1)), TokenRefusal.OTHER_TIME);
        TimeStampRequest other = TimeStampQuery.of(family, new byte[32], BigInteger.TEN);
        refused(check, other, answer, NOW, TokenRefusal.OTHER_IMPRINT);
        refused(check, query, new byte[] {1}, NOW, TokenRefusal.UNREADABLE);
        refused(check, query, TimeStampResponder.outOfOrder(), NOW, TokenRefusal.NOT_GRANTED);
        byte[] bent = answer.clone();
        bent[bent.length - 1] ^= 1;
        refused(check, query, bent, NOW, TokenRefusal.BAD_SIGNATURE);
        byte[] without = responder(family, authority)
                .answer(query(family, false, BigInteger.TEN).getEncoded());
        refused(check, query, without, NOW, TokenRefusal.NO_CERTIFICATE);
        TestAuthority unfit = TestAuthority.withoutPurpose(family);
        assertThatThrownBy(() -> unfit.maker(POLICY).token(query, BigInteger.ONE, NOW, unfit.signer()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void refused(
            TokenCheck check, TimeStampRequest query, byte[] answer, Instant now, TokenRefusal refusal) {
        assertThatThrownBy(() -> check.accept(query, answer, now))
                .isInstanceOfSatisfying(
                        TokenRefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private static int failure(TimeStampResponder responder, byte[] query) throws Exception {
        TimeStampResponse response = new TimeStampResponse(responder.answer(query));
        assertThat(response.getStatus()).isEqualTo(PKIStatus.REJECTION);
        assertThat(response.getTimeStampToken()).isNull();
        return response.getFailInfo().intValue();
    }

    private TimeStampResponder responder(TimeStampFamily family, TestAuthority authority) {
        return new TimeStampResponder(
                family, authority.maker(POLICY), POLICY, new SteadyTime(clock()), authority::signer);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private static TimeStampRequest query(TimeStampFamily family, boolean certificates, BigInteger nonce)
            throws Exception {
        byte[] digest = MessageDigest.getInstance(family.digestName(), BouncyCastle.PROVIDER)
                .digest(new byte[] {1, 2, 3});
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(certificates);
        return generator.generate(family.digest(), digest, nonce);
    }
}
