package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.time.Instant;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestTimeStamperTest {

    private static final Instant TIME = Instant.parse("2026-05-04T03:02:01Z");

    @ParameterizedTest
    @EnumSource
    void aTokenHoldsTheDigestAndTheTimeUnderItsAuthoritysSignature(TimeStampFamily family) throws Exception {
        byte[] digest = MessageDigest.getInstance(family.digestName(), BouncyCastle.PROVIDER)
                .digest(new byte[] {1, 2, 3});

        TimeStampToken token =
                new TimeStampToken(new CMSSignedData(new TestTimeStamper(() -> TIME).token(family, digest)));

        token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(BouncyCastle.PROVIDER)
                .build(TestTimeStamper.certificate(family)));
        assertThat(token.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(digest);
        assertThat(token.getTimeStampInfo().getMessageImprintAlgOID()).isEqualTo(family.digest());
        assertThat(token.getTimeStampInfo().getGenTime()).isEqualTo(TIME);
        assertThat(token.getCertificates().getMatches(null)).hasSize(2);
        TestTimeStamper.certificate(family).verify(TestTimeStamper.root(family).getPublicKey(), BouncyCastle.PROVIDER);
    }

    @ParameterizedTest
    @EnumSource
    void anOutageIsToldAsSuch(TimeStampFamily family) {
        TestTimeStamper stamper = new TestTimeStamper();
        stamper.down(true);

        assertThatThrownBy(() -> stamper.token(family, new byte[32])).isInstanceOf(TimeStampUnavailableException.class);
    }
}
