package org.yinxin.ledger.proof.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody hands in as a signature: it is one over this content by the platform, or it is refused by name. */
class StatementSignatureTest {

    private static final byte[] CONTENT = "{\"first\":1}".getBytes(StandardCharsets.UTF_8);
    private static final TestSigner SIGNER = TestSigner.platform();

    private final StatementSignature signatures = new StatementSignature(List.of(SIGNER.root()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "30",
                "3000",
                "3080",
                "30030201",
                "0500",
                // a message of CMS without any content, and with content that is none
                "300b06092a864886f70d010702",
                "300f06092a864886f70d010702a0020500",
                "301106092a864886f70d010702a00430020500",
                "301306092a864886f70d010702a0063004020101 3100",
                "3084ffffffff06092a864886f70d010702",
                "300b06092a864886f70d010701"
            })
    void whatIsNoMessageIsNoSignature(String hex) {
        byte[] garbage = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThatThrownBy(() -> signatures.check(CONTENT, garbage, Instant.now()))
                .isInstanceOfSatisfying(
                        StatementRefusedException.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(StatementFlaw.SIGNATURE));
    }

    @Test
    void aTruncatedSignatureIsRefused() {
        byte[] genuine = SIGNER.sign(CONTENT);
        assertThat(signatures.check(CONTENT, genuine, Instant.now())).isEqualTo(SIGNER.certificate());
        for (int length = 0; length < genuine.length; length += 7) {
            byte[] truncated = Arrays.copyOf(genuine, length);
            assertThatThrownBy(() -> signatures.check(CONTENT, truncated, Instant.now()))
                    .isInstanceOf(StatementRefusedException.class);
        }
    }

    /** Certificates beside the signer's are not needed here: a byte changed in one of them changes nothing. */
    @Test
    void aDamagedSignatureIsRefusedOrStillThatOfItsSigner() {
        byte[] genuine = SIGNER.sign(CONTENT);
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = changed(genuine, random.nextInt(genuine.length), random.nextInt(1, 256));
            try {
                assertThat(signatures.check(CONTENT, damaged, Instant.now())).isEqualTo(SIGNER.certificate());
            } catch (StatementRefusedException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(200);
    }

    private static byte[] changed(byte[] bytes, int at, int by) {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) by;
        return copy;
    }
}
