package org.yinxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.yinxin.shared.Digest;
import org.yinxin.shared.NationalId;

class NationalIdDigestsTest {

    private static final NationalId NUMBER = DemoCitizens.BYSTANDER.nationalId();

    private final NationalIdDigests digests = new NationalIdDigests(filled(1));

    @Test
    void theSameNumberHasTheSameDigest() {
        assertThat(digests.digest(NUMBER)).isEqualTo(digests.digest(new NationalId(NUMBER.value())));
    }

    @Test
    void anotherKeyGivesAnotherDigest() {
        assertThat(new NationalIdDigests(filled(2)).digest(NUMBER)).isNotEqualTo(digests.digest(NUMBER));
    }

    @Test
    void theDigestIsNotThePlainOneThatAnybodyCouldTryOut() {
        assertThat(digests.digest(NUMBER))
                .isNotEqualTo(Digest.sha256(NUMBER.value().getBytes()));
    }

    @Test
    void theNumberNeverShows() {
        assertThat(NUMBER.toString()).doesNotContain(NUMBER.value());
        assertThat(DemoCitizens.BYSTANDER.toString()).doesNotContain(NUMBER.value());
    }

    @Test
    void theKeyIsReadFromItsSetting() {
        assertThat(NationalIdDigests.key(Base64.getEncoder().encodeToString(filled(7))))
                .isEqualTo(filled(7));
    }

    @Test
    void aMissingKeyStopsTheStartAndSaysWhatToSet() {
        assertThatThrownBy(() -> NationalIdDigests.key(null))
                .hasMessageContaining("YINXIN_ACCOUNT_NATIONAL_ID_KEY")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        String sixteen = Base64.getEncoder().encodeToString(new byte[16]);
        assertThatThrownBy(() -> NationalIdDigests.key(sixteen)).hasMessageContaining("32 random bytes");
        assertThatThrownBy(() -> NationalIdDigests.key("not base64!")).hasMessageContaining("32 random bytes");
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }
}
